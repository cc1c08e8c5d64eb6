package org.equipoise.statistics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamTest {
    private static final int DRAWS = 400_000;
    private static final double BOUND = 4;

    private static RandomStream stream(String name) {
        return Seed.of(2026).stream(RandomStream.key(name), 0, 0);
    }

    /// Mean and variance within four Monte Carlo errors; the error of the variance from the fourth moment drawn.
    private static void hasMoments(String name, double mean, double variance, ToDoubleFunction<RandomStream> draw) {
        RandomStream stream = stream(name);
        double[] draws = DoubleStream.generate(() -> draw.applyAsDouble(stream))
                .limit(DRAWS)
                .toArray();
        assertThat(average(draws)).isCloseTo(mean, within(BOUND * StrictMath.sqrt(variance / DRAWS)));
        double[] squares =
                DoubleStream.of(draws).map(x -> (x - mean) * (x - mean)).toArray();
        double spread = average(DoubleStream.of(squares)
                .map(s -> (s - variance) * (s - variance))
                .toArray());
        assertThat(average(squares)).isCloseTo(variance, within(BOUND * StrictMath.sqrt(spread / DRAWS)));
    }

    private static double average(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }

    @Test
    void uniforms_have_the_moments_of_the_unit_interval() {
        hasMoments("uniform", 0.5, 1.0 / 12, RandomStream::uniform);
        hasMoments("open uniform", 0.5, 1.0 / 12, RandomStream::openUniform);
    }

    @Test
    void normals_have_their_mean_and_variance() {
        hasMoments("normal", 0, 1, RandomStream::normal);
        hasMoments("normal 10 3", 10, 9, s -> s.normal(10, 3));
    }

    @Test
    void normals_fall_in_the_tails_as_often_as_they_should() {
        RandomStream stream = stream("tail");
        double expected = 0.0026997960632601866 * DRAWS;
        long beyond = IntStream.range(0, DRAWS)
                .filter(_ -> StrictMath.abs(stream.normal()) > 3)
                .count();
        assertThat((double) beyond).isCloseTo(expected, within(BOUND * StrictMath.sqrt(expected)));
    }

    @Test
    void exponentials_have_their_mean_and_its_square() {
        hasMoments("exponential", 2.5, 6.25, s -> s.exponential(2.5));
    }

    @Test
    void truth_comes_as_often_as_its_probability() {
        hasMoments("bernoulli", 0.3, 0.21, s -> s.bernoulli(0.3) ? 1 : 0);
        RandomStream stream = stream("certain");
        assertThat(IntStream.range(0, 1000).allMatch(_ -> stream.bernoulli(1))).isTrue();
        assertThat(IntStream.range(0, 1000).noneMatch(_ -> stream.bernoulli(0))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "0.4, 0.2", "1, 1", "0.05, 0.05", "30, 0.7", "500, 800"})
    void betas_have_their_moments(double a, double b) {
        double sum = a + b;
        hasMoments("beta " + a + " " + b, a / sum, a * b / (sum * sum * (sum + 1)), s -> s.beta(a, b));
    }

    @Test
    void betas_of_tiny_shapes_are_still_numbers() {
        RandomStream stream = stream("tiny");
        for (int i = 0; i < 1000; i++) {
            assertThat(stream.beta(1e-300, 1e-300)).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "6", "1000"})
    void every_index_is_equally_likely(int bound) {
        RandomStream stream = stream("index " + bound);
        int[] seen = new int[bound];
        for (int i = 0; i < DRAWS; i++) {
            seen[stream.index(bound)]++;
        }
        double expected = (double) DRAWS / bound;
        double chiSquare = IntStream.of(seen)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
        int df = bound - 1;
        assertThat(chiSquare).isBetween(df - BOUND * StrictMath.sqrt(2 * df), df + BOUND * StrictMath.sqrt(2 * df));
    }

    @Test
    void the_draws_that_would_favour_an_index_are_drawn_again() {
        long third = 0xAAAAAAAAAAAAAAABL;
        assertThat(third * 3).isEqualTo(1);
        assertThat(RandomStream.even(0, 3)).isFalse();
        assertThat(RandomStream.even(third, 3)).isTrue();
        assertThat(RandomStream.even(third * 3, 6)).isTrue();
        assertThat(RandomStream.even(0, 6)).isFalse();
        assertThat(RandomStream.even(0, 8)).isTrue();
        assertThat(RandomStream.even(-1, 6)).isTrue();
    }

    @Test
    void one_more_draw_in_a_stream_moves_no_other() {
        Seed seed = Seed.of(7);
        double[] before = draws(seed.stream(1, 0, 0), 9);
        seed.stream(2, 0, 0).nextLong();
        RandomStream longer = seed.stream(2, 0, 0);
        for (int i = 0; i < 1000; i++) {
            longer.beta(0.4, 0.2);
        }
        assertThat(draws(seed.stream(1, 0, 0), 9)).isEqualTo(before);
        assertThat(draws(seed.stream(1, 0, 0), 12)).startsWith(before);
    }

    @Test
    void streams_that_differ_in_one_coordinate_or_seed_share_no_word() {
        var words = new HashSet<Long>();
        int streams = 0;
        for (long seed = 0; seed < 5; seed++) {
            for (int axis = 0; axis < 3; axis++) {
                for (long place = 1; place <= 20; place++) {
                    RandomStream stream =
                            Seed.of(seed).stream(axis == 0 ? place : 0, axis == 1 ? place : 0, axis == 2 ? place : 0);
                    IntStream.range(0, 50).forEach(_ -> words.add(stream.nextLong()));
                    streams++;
                }
            }
        }
        assertThat(words).hasSize(streams * 50);
    }

    @Test
    void neighbouring_streams_are_uncorrelated() {
        Seed seed = Seed.of(3);
        RandomStream one = seed.stream(1, 1, 1);
        RandomStream two = seed.stream(1, 1, 2);
        double products = 0;
        for (int i = 0; i < DRAWS; i++) {
            products += one.normal() * two.normal();
        }
        assertThat(products / DRAWS).isCloseTo(0, within(BOUND / StrictMath.sqrt(DRAWS)));
    }

    @Test
    void arguments_outside_a_transform_are_refused() {
        RandomStream stream = stream("refused");
        assertThatThrownBy(() -> stream.index(0)).hasMessage("An index needs a bound of at least 1, not 0.");
        assertThatThrownBy(() -> stream.normal(0, -1)).hasMessageContaining("standard deviation");
        assertThatThrownBy(() -> stream.exponential(0)).hasMessageContaining("mean of an exponential");
        assertThatThrownBy(() -> stream.bernoulli(1.1)).hasMessageContaining("probability");
        assertThatThrownBy(() -> stream.beta(0, 1)).hasMessageContaining("shape");
        assertThatThrownBy(() -> stream.beta(1, Double.NaN)).hasMessageContaining("shape");
    }

    private static double[] draws(RandomStream stream, int count) {
        return DoubleStream.generate(stream::normal).limit(count).toArray();
    }
}
