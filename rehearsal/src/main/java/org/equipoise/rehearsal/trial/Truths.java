package org.equipoise.rehearsal.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.equipoise.rehearsal.trial.TrialFigures.ArmFigure;
import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;
import org.equipoise.statistics.performance.Figure;
import org.equipoise.statistics.performance.Moments;

/// What an estimand truly is in a scenario: the difference between the arms over a large revealed run of that scenario,
/// its intercurrent events, missed doses and all, and never of an ideal one.
public final class Truths {
    private final Map<Comparison, Moments> differences = new LinkedHashMap<>();
    private long participants;

    public void add(TrialFigures trial) {
        for (ContrastFigure contrast : trial.contrasts()) {
            Optional<Double> arm = mean(trial, contrast, contrast.arm());
            Optional<Double> reference = mean(trial, contrast, contrast.reference());
            if (arm.isPresent() && reference.isPresent()) {
                differences
                        .computeIfAbsent(Comparison.of(contrast), _ -> new Moments())
                        .add(arm.get() - reference.get());
            }
        }
        participants += trial.arms().stream().mapToLong(ArmFigure::n).max().orElse(0)
                * trial.arms().stream().map(ArmFigure::arm).distinct().count();
    }

    private static Optional<Double> mean(TrialFigures trial, ContrastFigure contrast, String arm) {
        return trial.arms().stream()
                .filter(figure -> figure.arm().equals(arm)
                        && figure.analysis().equals(contrast.analysis())
                        && figure.at().equals(contrast.at())
                        && figure.n() > 0)
                .findFirst()
                .map(figure -> figure.sum() / figure.n());
    }

    /// About how many participants it rests on.
    public long participants() {
        return participants;
    }

    /// The difference, and its own Monte Carlo error.
    public Optional<Figure> of(Comparison comparison) {
        return Optional.ofNullable(differences.get(comparison))
                .map(moments -> new Figure(moments.mean(), moments.standardError()));
    }
}
