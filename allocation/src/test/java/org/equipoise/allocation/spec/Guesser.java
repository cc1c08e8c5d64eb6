package org.equipoise.allocation.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Someone who sees every allocation after it was made and guesses the next: the arm that is behind, and where neither
/// is, by a fair coin, which counts as half a guess.
///
/// Source: the convergence strategy of Blackwell and Hodges, "Design for the control of selection bias", Annals of
/// Mathematical Statistics 28 (1957) 449-460.
final class Guesser {
    private Guesser() {}

    /// The part of the guesses that are right; the list says of each place whether the first of two arms stands there.
    static double rate(List<Boolean> list) {
        double right = 0;
        int ahead = 0;
        for (boolean first : list) {
            if (ahead == 0) {
                right += 0.5;
            } else if (ahead < 0 == first) {
                right++;
            }
            ahead += first ? 1 : -1;
        }
        return right / list.size();
    }

    /// The rate expected over permuted blocks of four: the mean over the six of them, each as likely.
    static double expectedInBlocksOfFour() {
        List<Double> rates = new ArrayList<>();
        for (int order = 0; order < 16; order++) {
            if (Integer.bitCount(order) == 2) {
                int bits = order;
                rates.add(rate(IntStream.range(0, 4)
                        .mapToObj(place -> (bits >> place & 1) == 1)
                        .toList()));
            }
        }
        return mean(rates);
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    /// How many of its standard errors the mean is away from what was expected.
    static double errorsFrom(double expected, List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double error = StrictMath.sqrt(squares / (values.size() - 1) / values.size());
        return Math.abs(mean - expected) / error;
    }
}
