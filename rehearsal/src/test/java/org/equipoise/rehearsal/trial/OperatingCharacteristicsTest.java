package org.equipoise.rehearsal.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Performance;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Pooled;
import org.equipoise.rehearsal.trial.TrialFigures.ArmFigure;
import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.RiskDifference;
import org.junit.jupiter.api.Test;

class OperatingCharacteristicsTest {
    private final Truths truths = new Truths();
    private final OperatingCharacteristics figures = new OperatingCharacteristics(truths);

    @Test
    void power_is_the_share_of_trials_that_reject_and_arms_are_pooled_over_people() {
        figures.add(trial(30, 16, 9, 0.04));
        figures.add(trial(30, 10, 9, 0.60));
        figures.add(trial(20, 14, 6, 0.01));
        figures.add(new TrialFigures(List.of(), List.of(contrast(new Answer.NotEstimable<>("m", Reason.EMPTY_GROUP)))));

        Performance shown = figures.comparisons().getFirst();
        assertThat(figures.trials()).isEqualTo(4);
        assertThat(shown.rejection().value()).isEqualTo(0.5);
        assertThat(shown.rejection().monteCarloError()).isEqualTo(Math.sqrt(0.25 / 4));
        assertThat(shown.estimable()).isEqualTo(3);
        assertThat(figures.population()).contains(new Pooled("primary", "response", "W12", "drug", 80, 0.5));
    }

    @Test
    void bias_and_coverage_are_told_only_where_the_truth_of_the_scenario_is_known() {
        figures.add(trial(30, 16, 9, 0.04));
        figures.add(trial(30, 10, 9, 0.60));
        assertThat(figures.comparisons().getFirst().bias()).isEmpty();
        assertThat(figures.comparisons().getFirst().coverage()).isEmpty();

        truths.add(trial(30, 15, 9, 0.04));
        truths.add(trial(30, 12, 9, 0.04));
        OperatingCharacteristics known = new OperatingCharacteristics(truths);
        known.add(trial(30, 16, 9, 0.04));
        known.add(trial(30, 10, 9, 0.60));
        Performance shown = known.comparisons().getFirst();

        assertThat(shown.truth().orElseThrow().value()).isCloseTo(4.5 / 30, within(1e-12));
        assertThat(shown.bias().orElseThrow().value()).isCloseTo(4.0 / 30 - 4.5 / 30, within(1e-12));
        assertThat(shown.bias().orElseThrow().monteCarloError())
                .as("the truth's own error is part of it")
                .isCloseTo(Math.hypot(3.0 / 30, 1.5 / 30), within(1e-12));
        assertThat(shown.coverage().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void a_test_and_an_interval_that_contradict_each_other_are_counted() {
        figures.add(new TrialFigures(List.of(), List.of(contrast(found(0.2, new Interval(-0.01, 0.4, 0.95), 0.01)))));

        assertThat(figures.comparisons().getFirst().disagreements()).isEqualTo(1);
    }

    private static TrialFigures trial(long n, double responders, double inReference, double p) {
        double difference = (responders - inReference) / n;
        double width = p < 0.05 ? Math.abs(difference) / 2 : 1;
        return new TrialFigures(
                List.of(arm("drug", n, responders), arm("placebo", n, inReference)),
                List.of(contrast(found(difference, new Interval(difference - width, difference + width, 0.95), p))));
    }

    private static ArmFigure arm(String arm, long n, double sum) {
        return new ArmFigure("primary", "response", "W12", arm, n, sum);
    }

    private static Answer<RiskDifference> found(double estimate, Interval interval, double p) {
        return new Answer.Found<>(new RiskDifference("m", estimate, interval, 1, p));
    }

    private static ContrastFigure contrast(Answer<RiskDifference> difference) {
        return new ContrastFigure("primary", "response", "W12", "drug", "placebo", 0.05, difference);
    }
}
