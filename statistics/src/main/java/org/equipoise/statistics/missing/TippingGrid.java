package org.equipoise.statistics.missing;

import java.util.List;

/// Every guess of the unknown responses, by the events among them in group 1 and in group 2.
public record TippingGrid(String method, double alpha, int unknown1, int unknown2, List<TippingCell> cells) {
    public TippingGrid {
        cells = List.copyOf(cells);
    }

    public TippingCell cell(int events1, int events2) {
        if (events1 < 0 || events1 > unknown1 || events2 < 0 || events2 > unknown2) {
            throw new IllegalArgumentException("The grid runs to " + unknown1 + " and " + unknown2 + " events, not to "
                    + events1 + " and " + events2 + ".");
        }
        return cells.get(events1 * (unknown2 + 1) + events2);
    }

    /// Where a conclusion turns: the cells that always allow it and have a neighbour, one event off in one group, that
    /// does not.
    public List<TippingCell> boundary(Conclusion conclusion) {
        return cells.stream()
                .filter(cell -> cell.always(conclusion))
                .filter(cell -> !surrounded(cell, conclusion))
                .toList();
    }

    private boolean surrounded(TippingCell cell, Conclusion conclusion) {
        return holds(cell.events1() - 1, cell.events2(), conclusion)
                && holds(cell.events1() + 1, cell.events2(), conclusion)
                && holds(cell.events1(), cell.events2() - 1, conclusion)
                && holds(cell.events1(), cell.events2() + 1, conclusion);
    }

    /// Beyond the grid there is nothing that could turn a conclusion.
    private boolean holds(int events1, int events2, Conclusion conclusion) {
        boolean beyond = events1 < 0 || events1 > unknown1 || events2 < 0 || events2 > unknown2;
        return beyond || cell(events1, events2).always(conclusion);
    }
}
