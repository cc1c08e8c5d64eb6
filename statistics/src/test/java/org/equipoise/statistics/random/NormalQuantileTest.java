package org.equipoise.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {
    @Test
    void the_distribution_function_undoes_it() {
        var normal = NormalDistribution.of(0, 1);
        for (double p = 0x1.0p-53; p < 0.5; p *= 1.07) {
            double z = NormalQuantile.at(p);
            assertThat(normal.cumulativeProbability(z)).isCloseTo(p, within(1e-13 * p));
            assertThat(normal.survivalProbability(-z)).isCloseTo(p, within(1e-13 * p));
        }
    }

    @Test
    void it_is_antisymmetric_about_a_half() {
        assertThat(NormalQuantile.at(0.5)).isZero();
        for (int i = 1; i < 1024; i++) {
            double p = i / 2048.0;
            assertThat(NormalQuantile.at(1 - p)).isEqualTo(-NormalQuantile.at(p));
        }
    }
}
