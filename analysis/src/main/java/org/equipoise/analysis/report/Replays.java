package org.equipoise.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.equipoise.analysis.Replay;
import org.equipoise.analysis.report.Page.Block;
import org.equipoise.analysis.report.Page.Cell;
import org.equipoise.analysis.report.Page.Grid;
import org.equipoise.analysis.report.Page.Head;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.Published;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.proportion.NamedTest;

/// Sets what was published beside what the same analyses give, and what the rehearsal's model does not reproduce.
final class Replays {
    private Replays() {}

    static List<Block> comparisons(Study study, Published published) {
        Replay replay = Replay.of(study, published);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Page.Words(List.of("Source: " + published.source()
                + ". The counts go through the same code as the trial above. That a test agrees with a printed p-value "
                + "is no evidence that it was used.")));
        blocks.add(grid(study, replay));
        if (!published.oddities().isEmpty()) {
            blocks.add(new Grid(
                    "oddities",
                    "What the publication says in two ways",
                    "",
                    List.of(Head.words("What"), Head.words("Where")),
                    published.oddities().stream()
                            .map(each -> List.of(Cell.of(each.text().english()), Cell.of(each.source())))
                            .toList(),
                    List.of()));
        }
        return blocks;
    }

    private static Grid grid(Study study, Replay replay) {
        List<Head> heads = new ArrayList<>(List.of(Head.words("Outcome")));
        List<Arm> arms = study.design().arms();
        arms.forEach(arm -> heads.add(Head.number(arm.label().english())));
        heads.add(Head.number("Difference, points (95% CI)"));
        heads.add(Head.number("p"));
        heads.add(Head.number("Printed p"));
        heads.add(Head.words("Verdict"));
        List<List<Cell>> rows =
                replay.lines().stream().map(line -> row(arms, replay, line)).toList();
        return new Grid(
                "published",
                "Published counts, analysed again",
                "",
                heads,
                rows,
                List.of(
                        "p: " + replay.planned().method()
                                + ", which is the planned test where there are no strata; difference with "
                                + "Miettinen-Nurminen interval.",
                        "Verdict: agrees = the planned test rounds to the printed p; agrees with … only = other tests "
                                + "do; not reproduced = none of " + NamedTest.values().length + " tests does.",
                        "* Counts inferred from printed percentages."));
    }

    private static List<Cell> row(List<Arm> arms, Replay replay, Replay.Line line) {
        Published.Comparison comparison = line.comparison();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(comparison.label().english() + (comparison.counted().equals("inferred") ? " *" : ""))));
        for (Arm arm : arms) {
            Published.Count count = comparison.counts().get(arm.id());
            cells.add(Cell.of(count == null ? Print.NONE : Print.ofAll(count.events(), count.size())));
        }
        cells.add(Cell.of(
                line.difference() instanceof Answer.Found<RiskDifference>(RiskDifference found)
                        ? Print.points(found.estimate()) + " (" + Print.pointsInterval(found.interval()) + ")"
                        : Print.NONE));
        cells.add(Cell.of(
                replay.planned().of(line.table()) instanceof Answer.Found<TestResult>(TestResult found)
                        ? Print.p(found.p())
                        : Print.NONE));
        cells.add(Cell.of(comparison.p().map(Objects::toString).orElse(Print.NONE)));
        cells.add(Cell.of(words(line)));
        return cells;
    }

    private static String words(Replay.Line line) {
        String verdict = switch (line.verdict()) {
            case Replay.Verdict.Agrees() -> "agrees";
            case Replay.Verdict.AgreesOnly(var tests) ->
                "agrees with " + tests.stream().map(NamedTest::method).collect(Collectors.joining("; ")) + " only";
            case Replay.Verdict.NotReproduced() -> "not reproduced";
            case Replay.Verdict.NothingPrinted() -> "no p printed";
        };
        return line.misprinted().isEmpty()
                ? verdict
                : verdict + "; printed percentage of " + String.join(", ", line.misprinted())
                        + " is not that of the count";
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
