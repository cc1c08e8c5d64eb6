package org.equipoise.analysis.report;

import java.util.List;
import org.equipoise.analysis.report.Page.Block;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.protocol.endpoint.Published;

/// Sets what was published beside what the same analyses give, and what the rehearsal's model does not reproduce.
final class Replay {
    private Replay() {}

    static List<Block> comparisons(Published published) {
        return List.of();
    }

    static List<Block> misfits(Published published) {
        if (published.misfits().isEmpty()) {
            return List.of();
        }
        List<List<Cell>> rows = published.misfits().stream()
                .map(misfit -> List.of(
                        Cell.of(misfit.label().english()),
                        Cell.of(misfit.published()),
                        Cell.of(misfit.model()),
                        Cell.of(misfit.comment().english())))
                .toList();
        return List.of(new Grid(
                "misfits",
                "Published figures and the model's",
                "",
                List.of(
                        Head.words("Quantity"),
                        Head.words("Published"),
                        Head.words("Model"),
                        Head.words("What follows")),
                rows,
                List.of("The model's figures are means over many virtual participants, not those of this trial.")));
    }
}
