package org.equipoise.rehearsal.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Pooled;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Rejection;
import org.equipoise.rehearsal.trial.TrialFigures.ArmFigure;
import org.equipoise.rehearsal.trial.TrialFigures.ContrastFigure;
import org.junit.jupiter.api.Test;

class OperatingCharacteristicsTest {

    @Test
    void power_is_the_share_of_trials_that_reject_and_arms_are_pooled_over_people() {
        OperatingCharacteristics figures = new OperatingCharacteristics();
        figures.add(trial(30, 16, true, true));
        figures.add(trial(30, 10, true, false));
        figures.add(trial(20, 14, true, true));
        figures.add(trial(0, 0, false, false));

        assertThat(figures.trials()).isEqualTo(4);
        assertThat(figures.rejections())
                .containsExactly(new Rejection("response", "drug", "placebo", 0.5, Math.sqrt(0.25 / 4)));
        assertThat(figures.population()).containsExactly(new Pooled("response", "drug", 80, 0.5));
    }

    private static TrialFigures trial(long n, double responders, boolean estimable, boolean rejected) {
        return new TrialFigures(
                List.of(new ArmFigure("response", "drug", n, responders)),
                List.of(new ContrastFigure("response", "drug", "placebo", estimable, rejected)));
    }
}
