package org.equipoise.statistics.mean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;

/// Compares a difference of means with a line of a reference table.
final class Differences {
    private Differences() {}

    static MeanDifference found(Answer<MeanDifference> answer) {
        return switch (answer) {
            case Answer.Found<MeanDifference>(var value) -> value;
            case Answer.NotEstimable<MeanDifference>(var method, var reason) ->
                throw new AssertionError(method + ": " + reason);
        };
    }

    /// Relative to each number, but not finer than the same share of the standard error, nor than `noise`.
    static void assertSame(MeanDifference answer, Row row, double tolerance, double noise) {
        double error = row.number("standard_error");
        assertNear(answer.estimate(), row.number("estimate"), tolerance, error, noise);
        assertNear(answer.standardError(), error, tolerance, error, noise);
        assertNear(answer.degreesOfFreedom(), row.number("df"), tolerance, 0, noise / error);
        assertNear(answer.statistic(), row.number("t"), tolerance, 1, noise / error);
        assertNear(answer.p(), row.number("p"), tolerance, 0, noise / error);
        assertNear(answer.interval().lower(), row.number("lower"), tolerance, error, noise);
        assertNear(answer.interval().upper(), row.number("upper"), tolerance, error, noise);
        assertThat(answer.interval().confidence()).isEqualTo(1 - row.number("alpha"));
    }

    private static void assertNear(double actual, double expected, double tolerance, double scale, double noise) {
        assertThat(actual)
                .isCloseTo(expected, within(tolerance * StrictMath.max(StrictMath.abs(expected), scale) + noise));
    }
}
