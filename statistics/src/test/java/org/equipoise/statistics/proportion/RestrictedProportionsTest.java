package org.equipoise.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;

class RestrictedProportionsTest {
    @Test
    void they_keep_the_difference_and_no_neighbour_is_likelier() {
        RandomStream stream = Seed.of(23).stream(0, 0, 0);
        for (int i = 0; i < 20_000; i++) {
            int size1 = 1 + stream.index(100);
            int size2 = 1 + stream.index(100);
            var table = new TwoByTwo(stream.index(size1 + 1), size1, stream.index(size2 + 1), size2);
            double delta = stream.bernoulli(0.2) ? (stream.index(199) - 99) / 100.0 : 2 * stream.openUniform() - 1;
            var best = RestrictedProportions.of(table, delta);
            assertThat(best.first() - best.second()).isCloseTo(delta, within(1e-15));
            double likelihood = logLikelihood(table, best.first(), best.second());
            double reach = 1e-4 * (1 - StrictMath.abs(delta));
            for (double aside : new double[] {-reach, reach}) {
                double first = best.first() + aside;
                double second = best.second() + aside;
                if (StrictMath.min(first, second) > 0 && StrictMath.max(first, second) < 1) {
                    assertThat(logLikelihood(table, first, second))
                            .isLessThanOrEqualTo(likelihood + 1e-12 * size1 * size2);
                }
            }
        }
    }

    @Test
    void without_a_difference_they_are_the_pooled_proportion() {
        RandomStream stream = Seed.of(23).stream(1, 0, 0);
        for (int i = 0; i < 5_000; i++) {
            var table = new TwoByTwo(stream.index(41), 40, stream.index(401), 400);
            var both = RestrictedProportions.of(table, 0);
            assertThat(both.first())
                    .isCloseTo(table.events() / 440, within(1e-14))
                    .isEqualTo(both.second());
        }
    }

    private static double logLikelihood(TwoByTwo t, double first, double second) {
        return term(t.events1(), first)
                + term(t.size1() - t.events1(), 1 - first)
                + term(t.events2(), second)
                + term(t.size2() - t.events2(), 1 - second);
    }

    private static double term(int count, double probability) {
        return count == 0 ? 0 : count * StrictMath.log(probability);
    }
}
