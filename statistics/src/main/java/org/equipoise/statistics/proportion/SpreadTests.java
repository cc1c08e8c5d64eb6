package org.equipoise.statistics.proportion;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.mean.DifferenceOfMeans;
import org.equipoise.statistics.summary.Sample;

/// The tests that measure the difference of proportions by the spread within the groups.
final class SpreadTests {
    /// The tests do not depend on it; the intervals that come along do.
    private static final double ANY = 0.05;

    private SpreadTests() {}

    static Answer<TestResult> wald(String method, TwoByTwo table) {
        double p1 = (double) table.events1() / table.size1();
        double p2 = (double) table.events2() / table.size2();
        double variance = p1 * (1 - p1) / table.size1() + p2 * (1 - p2) / table.size2();
        if (variance == 0) {
            return new Answer.NotEstimable<>(method, Reason.NO_VARIATION);
        }
        double z = StrictMath.abs(p1 - p2) / StrictMath.sqrt(variance);
        return new Answer.Found<>(
                new TestResult(method, 2 * NormalDistribution.of(0, 1).survivalProbability(z)));
    }

    static Answer<TestResult> student(String method, TwoByTwo table) {
        return test(method, means(table).pooled(ANY));
    }

    static Answer<TestResult> welch(String method, TwoByTwo table) {
        return test(method, means(table).welch(ANY));
    }

    private static Answer<TestResult> test(String method, Answer<MeanDifference> answer) {
        return switch (answer) {
            case Answer.Found<MeanDifference>(MeanDifference found) ->
                new Answer.Found<>(new TestResult(method, found.p()));
            case Answer.NotEstimable<MeanDifference> not -> new Answer.NotEstimable<>(method, not.reason());
        };
    }

    private static DifferenceOfMeans means(TwoByTwo table) {
        return new DifferenceOfMeans(
                zerosAndOnes(table.events1(), table.size1()), zerosAndOnes(table.events2(), table.size2()));
    }

    private static Sample zerosAndOnes(int ones, int size) {
        double[] values = new double[size];
        Arrays.fill(values, 0, ones, 1);
        return Sample.of(values);
    }
}
