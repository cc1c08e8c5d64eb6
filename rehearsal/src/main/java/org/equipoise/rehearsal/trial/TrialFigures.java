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

/// What one revealed trial adds to the account of many: a few numbers for each analysis.
public record TrialFigures(List<ArmFigure> arms, List<ContrastFigure> contrasts) {
    public TrialFigures {
        arms = List.copyOf(arms);
        contrasts = List.copyOf(contrasts);
    }

    /// The size of an arm and the sum of its values (responders, or changes).
    public record ArmFigure(String endpoint, String arm, long n, double sum) {}

    /// Whether a contrast was estimable and, if so, whether its test rejected equality.
    public record ContrastFigure(String endpoint, String arm, String reference, boolean estimable, boolean rejected) {}

    public static TrialFigures of(List<AnalysisResult> results) {
        List<ArmFigure> arms = new ArrayList<>();
        List<ContrastFigure> contrasts = new ArrayList<>();
        for (AnalysisResult result : results) {
            if (!(result instanceof AnalysisResult.ByArm(var analysis, var _, var summaries, var compared))) {
                throw new IllegalArgumentException("operating characteristics are those of revealed trials");
            }
            double alpha = BigDecimal.ONE.subtract(analysis.confidence()).doubleValue();
            String endpoint = analysis.endpoint().id();
            summaries.forEach(summary -> arms.add(figure(endpoint, summary)));
            compared.forEach(contrast -> {
                if (contrast instanceof Contrast.Compared difference) {
                    contrasts.add(figure(endpoint, difference, alpha));
                }
            });
        }
        return new TrialFigures(arms, contrasts);
    }

    private static ArmFigure figure(String endpoint, GroupSummary summary) {
        String arm = summary.group().arm().map(Arm::id).orElseThrow();
        return new ArmFigure(
                endpoint, arm, summary.n(), summary.n() * summary.estimate().orElse(0));
    }

    private static ContrastFigure figure(String endpoint, Contrast.Compared contrast, double alpha) {
        boolean estimable = contrast.difference() instanceof Answer.Found<? extends Difference>;
        boolean rejected =
                contrast.difference() instanceof Answer.Found<? extends Difference>(var found) && found.p() < alpha;
        return new ContrastFigure(
                endpoint, contrast.arm().id(), contrast.reference().id(), estimable, rejected);
    }
}
