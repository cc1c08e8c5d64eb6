package org.equipoise.allocation.spec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.equipoise.language.identity.ArmCode;

/// Three looks at kits in the order of handing out, each for another sign that a number says something of the arm.
/// What a look returns is about a standard normal deviate where there is no sign; large is suspicious.
final class Looks {
    static final double BOUND = 3;

    record Kit(int number, ArmCode code) {
        int ending() {
            return number % 10;
        }
    }

    private Looks() {}

    /// Are the numbers of one arm lower than those of the others? The largest |z| of the Mann-Whitney tests, each arm
    /// against the rest (no ties: numbers are distinct).
    static double atNumbers(List<Kit> kits) {
        return arms(kits).stream()
                .mapToDouble(code -> mannWhitney(kits, code))
                .max()
                .orElseThrow();
    }

    private static double mannWhitney(List<Kit> kits, ArmCode code) {
        List<Kit> of = kits.stream().filter(kit -> kit.code().equals(code)).toList();
        List<Kit> others = kits.stream().filter(kit -> !kit.code().equals(code)).toList();
        long lower = of.stream()
                .mapToLong(kit -> others.stream()
                        .filter(other -> kit.number() < other.number())
                        .count())
                .sum();
        double pairs = (double) of.size() * others.size();
        return Math.abs(lower - pairs / 2) / StrictMath.sqrt(pairs * (kits.size() + 1) / 12);
    }

    /// Do an arm's numbers rise or fall as kits are handed out? Then arms that are used faster would show. The largest
    /// |z| of Mann and Kendall's test for trend.
    static double atOrder(List<Kit> kits) {
        return arms(kits).stream()
                .mapToDouble(code -> mannKendall(kits.stream()
                        .filter(kit -> kit.code().equals(code))
                        .mapToInt(Kit::number)
                        .toArray()))
                .max()
                .orElseThrow();
    }

    private static double mannKendall(int[] numbers) {
        double n = numbers.length;
        int rises = IntStream.range(0, numbers.length)
                .map(i -> IntStream.range(i + 1, numbers.length)
                        .map(j -> Integer.signum(numbers[j] - numbers[i]))
                        .sum())
                .sum();
        return Math.abs(rises) / StrictMath.sqrt(n * (n - 1) * (2 * n + 5) / 18);
    }

    /// Do an arm's numbers end in digits of their own? Pearson's chi-square of ending and arm, as deviations above its
    /// mean.
    static double atEndings(List<Kit> kits) {
        Map<ArmCode, double[]> counts = new TreeMap<>();
        double[] all = new double[10];
        for (Kit kit : kits) {
            counts.computeIfAbsent(kit.code(), _ -> new double[10])[kit.ending()]++;
            all[kit.ending()]++;
        }
        double square = 0;
        for (double[] endings : counts.values()) {
            double share = IntStream.range(0, 10).mapToDouble(i -> endings[i]).sum() / kits.size();
            for (int ending = 0; ending < 10; ending++) {
                double expected = all[ending] * share;
                square += expected == 0 ? 0 : (endings[ending] - expected) * (endings[ending] - expected) / expected;
            }
        }
        double freedom = 9.0 * (counts.size() - 1);
        return (square - freedom) / StrictMath.sqrt(2 * freedom);
    }

    private static List<ArmCode> arms(List<Kit> kits) {
        return kits.stream().map(Kit::code).distinct().sorted().toList();
    }
}
