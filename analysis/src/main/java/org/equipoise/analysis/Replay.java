package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Published;
import org.equipoise.protocol.endpoint.Published.Comparison;
import org.equipoise.protocol.endpoint.Published.Count;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.proportion.NamedTest;
import org.equipoise.statistics.proportion.PrintedP;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;
import org.equipoise.statistics.summary.Rounding;

/// Published counts through the analyses of this trial, beside what was printed of them. It says whether numbers agree,
/// and never more.
public record Replay(Published published, NamedTest planned, List<Line> lines) {
    public Replay {
        lines = List.copyOf(lines);
    }

    /// One comparison of an arm with the reference.
    ///
    /// @param misprinted arms whose printed percentage is not that of the counts
    public record Line(
            Comparison comparison,
            Arm arm,
            TwoByTwo table,
            Answer<RiskDifference> difference,
            Verdict verdict,
            List<String> misprinted) {
        public Line {
            misprinted = List.copyOf(misprinted);
        }
    }

    /// What a printed p-value comes to.
    public sealed interface Verdict {
        /// The planned test gives it.
        record Agrees() implements Verdict {}

        /// Other tests give it, the planned one does not. That one agrees is no evidence that it was used.
        record AgreesOnly(List<NamedTest> tests) implements Verdict {
            public AgreesOnly {
                tests = List.copyOf(tests);
            }
        }

        record NotReproduced() implements Verdict {}

        record NothingPrinted() implements Verdict {}
    }

    public static Replay of(Study study, Published published) {
        NamedTest planned = planned(study);
        return new Replay(
                published,
                planned,
                published.comparisons().stream()
                        .flatMap(comparison -> study.design().arms().stream()
                                .filter(arm -> !arm.id().equals(published.reference()))
                                .filter(arm -> comparison.counts().containsKey(arm.id()))
                                .map(arm -> line(comparison, arm, published.reference(), planned)))
                        .toList());
    }

    /// The test of the primary analysis, where there are no strata.
    private static NamedTest planned(Study study) {
        return study.plan().primary().stream()
                .map(Analysis::method)
                .map(method -> switch (method) {
                    case PEARSON -> NamedTest.PEARSON;
                    case FISHER -> NamedTest.FISHER;
                    default -> NamedTest.N_MINUS_1;
                })
                .findFirst()
                .orElse(NamedTest.N_MINUS_1);
    }

    private static Line line(Comparison comparison, Arm arm, String reference, NamedTest planned) {
        Count here = Objects.requireNonNull(comparison.counts().get(arm.id()));
        Count there = Objects.requireNonNull(comparison.counts().get(reference));
        TwoByTwo table = new TwoByTwo(here.events(), here.size(), there.events(), there.size());
        return new Line(
                comparison,
                arm,
                table,
                StratifiedTwoByTwo.of(table).riskDifference(0.05),
                verdict(comparison, table, planned),
                comparison.percentages().entrySet().stream()
                        .filter(printed -> !isOf(printed.getValue(), comparison.counts(), printed.getKey()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private static Verdict verdict(Comparison comparison, TwoByTwo table, NamedTest planned) {
        if (comparison.p().isEmpty()) {
            return new Verdict.NothingPrinted();
        }
        List<NamedTest> agreeing = new PrintedP(comparison.p().get()).agreeing(table);
        if (agreeing.contains(planned)) {
            return new Verdict.Agrees();
        }
        return agreeing.isEmpty() ? new Verdict.NotReproduced() : new Verdict.AgreesOnly(agreeing);
    }

    private static boolean isOf(BigDecimal printed, Map<String, Count> counts, String arm) {
        Count count = Objects.requireNonNull(counts.get(arm));
        return Rounding.halfAwayFromZero(100.0 * count.events() / count.size(), printed.scale())
                        .compareTo(printed)
                == 0;
    }
}
