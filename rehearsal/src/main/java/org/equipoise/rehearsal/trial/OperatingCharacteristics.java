package org.equipoise.rehearsal.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.rehearsal.trial.TrialFigures.ArmFigure;
import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.performance.Figure;
import org.equipoise.statistics.performance.Repetition;

/// What a design does over many rehearsed trials of one scenario: bias, coverage, errors and rejections of every
/// primary comparison, and every arm with all its participants pooled. Trials are added in their order, and none
/// is kept.
public final class OperatingCharacteristics {
    private final Truths truths;
    private final SequencedMap<Comparison, Tally> comparisons = new LinkedHashMap<>();
    private final SequencedMap<ArmFigure, Pool> arms = new LinkedHashMap<>();
    private long trials;

    public OperatingCharacteristics(Truths truths) {
        this.truths = truths;
    }

    private static final class Tally {
        private final org.equipoise.statistics.performance.OperatingCharacteristics performance;
        private long disagreements;

        Tally(double truth) {
            performance = new org.equipoise.statistics.performance.OperatingCharacteristics(truth);
        }

        void add(ContrastFigure contrast) {
            if (contrast.difference() instanceof Answer.Found<? extends Difference>(var found)) {
                performance.add(new Repetition(
                        found.estimate(),
                        OptionalDouble.of(standardError(found)),
                        found.interval(),
                        contrast.rejects()));
                disagreements += contrast.rejects() == contrast.intervalRejects() ? 0 : 1;
            } else {
                performance.addNotEstimable();
            }
        }

        /// As it is stated; of an interval that rests on none, half its width over the normal quantile.
        private static double standardError(Difference found) {
            return found instanceof MeanDifference mean
                    ? mean.standardError()
                    : (found.interval().upper() - found.interval().lower())
                            / (2
                                    * NormalDistribution.of(0, 1)
                                            .inverseCumulativeProbability(
                                                    (1 + found.interval().confidence()) / 2));
        }
    }

    private static final class Pool {
        private long n;
        private double sum;
    }

    /// One comparison after ADEMP (Morris, White and Crowther 2019), each figure with its Monte Carlo error.
    ///
    /// @param truth of the estimand in this scenario
    /// @param disagreements trials in which test and interval say different things of equality
    public record Performance(
            Comparison comparison,
            Optional<Figure> truth,
            long trials,
            long estimable,
            Optional<Figure> estimate,
            Optional<Figure> bias,
            Optional<Figure> empiricalError,
            Optional<Figure> modelError,
            Optional<Figure> coverage,
            Figure rejection,
            long disagreements) {}

    /// One arm over all trials.
    public record Pooled(String analysis, String endpoint, String at, String arm, long n, double estimate) {}

    public void add(TrialFigures figures) {
        trials++;
        for (ContrastFigure contrast : figures.contrasts()) {
            Comparison comparison = Comparison.of(contrast);
            comparisons
                    .computeIfAbsent(
                            comparison,
                            _ -> new Tally(
                                    truths.of(comparison).map(Figure::value).orElse(0.0)))
                    .add(contrast);
        }
        for (ArmFigure figure : figures.arms()) {
            ArmFigure named = new ArmFigure(figure.analysis(), figure.endpoint(), figure.at(), figure.arm(), 0, 0);
            Pool pool = arms.computeIfAbsent(named, _ -> new Pool());
            pool.n += figure.n();
            pool.sum += figure.sum();
        }
    }

    public long trials() {
        return trials;
    }

    /// About how many participants the truth rests on.
    public long participantsOfTruth() {
        return truths.participants();
    }

    public List<Performance> comparisons() {
        return comparisons.entrySet().stream()
                .map(entry -> performance(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Performance performance(Comparison comparison, Tally tally) {
        var shown = tally.performance;
        Optional<Figure> truth = truths.of(comparison);
        return new Performance(
                comparison,
                truth,
                shown.repetitions(),
                shown.estimable(),
                shown.estimate(),
                truth.flatMap(of -> shown.bias()
                        .map(bias -> new Figure(
                                bias.value(), StrictMath.hypot(bias.monteCarloError(), of.monteCarloError())))),
                shown.empiricalError(),
                shown.modelError(),
                truth.flatMap(_ -> shown.coverage()),
                shown.rejectionRate().orElse(new Figure(0, 0)),
                tally.disagreements);
    }

    public List<Pooled> population() {
        return arms.entrySet().stream()
                .filter(entry -> entry.getValue().n > 0)
                .map(entry -> new Pooled(
                        entry.getKey().analysis(),
                        entry.getKey().endpoint(),
                        entry.getKey().at(),
                        entry.getKey().arm(),
                        entry.getValue().n,
                        entry.getValue().sum / entry.getValue().n))
                .toList();
    }
}
