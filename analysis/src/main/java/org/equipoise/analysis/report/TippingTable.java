package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Contrast;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.analysis.Rows;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.missing.Conclusion;
import org.equipoise.statistics.missing.TippingCell;
import org.equipoise.statistics.missing.TippingGrid;

/// Sets every way in which the missing responses could have fallen: the arm's down, the reference's across.
final class TippingTable {
    private TippingTable() {}

    /// One grid for each arm whose missing responses were tried.
    static List<Grid> of(String id, List<AnalysisResult> results) {
        List<Grid> grids = new ArrayList<>();
        for (AnalysisResult result : results) {
            if (result instanceof AnalysisResult.ByArm(var _, var _, var arms, var contrasts)) {
                for (Contrast contrast : contrasts) {
                    if (contrast instanceof Contrast.Tipped(var _, var _, Answer.Found(TippingGrid grid))) {
                        grids.add(grid(id + "-tipping-" + (grids.size() + 1), result, arms, contrast, grid));
                    }
                }
            }
        }
        return grids;
    }

    private static Grid grid(
            String id, AnalysisResult result, List<GroupSummary> arms, Contrast contrast, TippingGrid grid) {
        String arm = contrast.arm().label().english();
        String reference = contrast.reference().label().english();
        Rows rows = Rows.of(
                "endpoints",
                arms.stream()
                        .flatMap(each -> each.group().participants().stream())
                        .toList(),
                "endpoint",
                result.analysis().endpoint().id(),
                "encounter",
                result.at());
        List<Head> heads = new ArrayList<>(List.of(Head.words("Responders among the missing of " + arm)));
        for (int there = 0; there <= grid.unknown2(); there++) {
            heads.add(Head.number(Print.count(there)));
        }
        List<List<Cell>> lines = new ArrayList<>();
        for (int here = 0; here <= grid.unknown1(); here++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(Print.count(here))));
            for (int there = 0; there <= grid.unknown2(); there++) {
                cells.add(Cell.of(words(grid.cell(here, there)), rows));
            }
            lines.add(cells);
        }
        return new Grid(
                id,
                "Every way in which the missing could have responded, " + result.at() + ": p",
                "",
                List.of(
                        new Page.Span("", 1),
                        new Page.Span("Responders among the missing of " + reference, grid.unknown2() + 1)),
                heads,
                lines,
                List.of("Where the missing are spread over several strata, p has a range. ▲ "
                        + arm + " shown greater, ▼ " + reference + " shown greater, at "
                        + Print.confidence(result.analysis().confidence())
                        + " confidence, however they are spread; ? it hangs on the strata."));
    }

    private static String words(TippingCell cell) {
        String least = Print.p(cell.leastP());
        String greatest = Print.p(cell.greatestP());
        String p = least.equals(greatest) ? least : least + " to " + greatest;
        if (cell.always(Conclusion.FIRST_GREATER)) {
            return p + " ▲";
        }
        if (cell.always(Conclusion.SECOND_GREATER)) {
            return p + " ▼";
        }
        return cell.always(Conclusion.NOT_SHOWN) ? p : p + " ?";
    }
}
