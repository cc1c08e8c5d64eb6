package org.equipoise.rehearsal.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Contrast;
import org.equipoise.analysis.GroupSummary;
import org.equipoise.protocol.design.Arm;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;

/// What one revealed trial adds to the account of many: a few numbers for each primary analysis.
public record TrialFigures(List<ArmFigure> arms, List<ContrastFigure> contrasts) {
    public TrialFigures {
        arms = List.copyOf(arms);
        contrasts = List.copyOf(contrasts);
    }

    /// The size of an arm and the sum of its values (responders, or changes).
    public record ArmFigure(String analysis, String endpoint, String at, String arm, long n, double sum) {}

    /// An arm compared with the reference.
    ///
    /// @param alpha the error rate that test and interval share
    public record ContrastFigure(
            String analysis,
            String endpoint,
            String at,
            String arm,
            String reference,
            double alpha,
            Answer<? extends Difference> difference) {

        /// Whether the test rejects equality; what cannot be estimated rejects nothing.
        public boolean rejects() {
            return difference instanceof Answer.Found<? extends Difference>(var found) && found.p() < alpha;
        }

        /// Whether the interval leaves out equality, which must say the same.
        public boolean intervalRejects() {
            return difference instanceof Answer.Found<? extends Difference>(var found)
                    && !found.interval().contains(0);
        }
    }

    public static TrialFigures of(List<AnalysisResult> results) {
        List<ArmFigure> arms = new ArrayList<>();
        List<ContrastFigure> contrasts = new ArrayList<>();
        for (AnalysisResult result : results) {
            if (!(result instanceof AnalysisResult.ByArm byArm)) {
                throw new IllegalArgumentException("operating characteristics are those of revealed trials");
            }
            byArm.arms().forEach(summary -> arms.add(figure(byArm, summary)));
            for (Contrast contrast : byArm.contrasts()) {
                if (contrast instanceof Contrast.Compared compared) {
                    contrasts.add(figure(byArm, compared));
                }
            }
        }
        return new TrialFigures(arms, contrasts);
    }

    private static ArmFigure figure(AnalysisResult.ByArm result, GroupSummary summary) {
        String arm = summary.group().arm().map(Arm::id).orElseThrow();
        return new ArmFigure(
                result.analysis().id(),
                result.analysis().endpoint().id(),
                result.at(),
                arm,
                summary.n(),
                summary.n() * summary.estimate().orElse(0));
    }

    private static ContrastFigure figure(AnalysisResult.ByArm result, Contrast.Compared compared) {
        return new ContrastFigure(
                result.analysis().id(),
                result.analysis().endpoint().id(),
                result.at(),
                compared.arm().id(),
                compared.reference().id(),
                BigDecimal.ONE.subtract(result.analysis().confidence()).doubleValue(),
                compared.difference());
    }
}
