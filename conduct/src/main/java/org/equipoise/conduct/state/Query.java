package org.equipoise.conduct.state;

import org.equipoise.journal.event.QueryEvent.QueryRaised;

/// A data query and how far it has come.
public record Query(QueryRaised raised, Stage stage) {
    /// Asked, answered, settled.
    public enum Stage {
        OPEN,
        ANSWERED,
        CLOSED
    }

    public int number() {
        return raised.query();
    }

    /// Whether it is still to be settled for this check at this place.
    public boolean isPending(String check, String encounter, int entry) {
        return stage != Stage.CLOSED
                && raised.entry() == entry
                && raised.check().equals(check)
                && raised.encounter().equals(encounter);
    }

    Query moved(Stage to) {
        if (stage == Stage.CLOSED) {
            throw new IllegalStateException("query " + number() + " is closed and cannot be " + to);
        }
        return new Query(raised, to);
    }
}
