package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.app.staging.Characteristics;
import org.equipoise.app.staging.Evaluation;
import org.equipoise.app.staging.Runner;
import org.equipoise.app.staging.Sweep;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Performance;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where no treatment does anything. Twenty thousand trials are run by hand:
/// docs/reference/operating-characteristics.md.
class NullTest {
    private static final long TRIALS = 400;
    private static final double ALPHA = 0.05;

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void equality_is_rejected_no_more_often_than_promised_and_test_and_interval_agree(String name) {
        TestStudies.Rehearsable rehearsable = TestStudies.rehearsable(name, "null");
        Characteristics found = new Evaluation(rehearsable.study(), rehearsable.plan(), Seed.of(1), Runner.KERNEL, 2)
                .run(TRIALS, TRIALS, (_, _) -> Sweep.Watch.NOBODY);

        assertThat(found.figures().trials()).isEqualTo(TRIALS);
        for (Performance shown : found.figures().comparisons()) {
            double error = Math.sqrt(ALPHA * (1 - ALPHA) / TRIALS);
            assertThat(shown.rejection().value()).isLessThan(ALPHA + 3 * error);
            assertThat(shown.disagreements()).isZero();
            assertThat(shown.truth())
                    .hasValueSatisfying(
                            truth -> assertThat(truth.errorsFrom(0).orElse(0)).isBetween(-4.0, 4.0));
        }
    }
}
