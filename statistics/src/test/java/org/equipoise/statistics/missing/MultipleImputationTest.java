package org.equipoise.statistics.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.PooledDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.proportion.Strata;
import org.equipoise.statistics.proportion.TwoByTwo;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleImputationTest {
    private static final double BOUND = 4.5;
    private static final int COMPLETIONS = 40_000;

    static List<Row> pooled() {
        return ReferenceTable.rows("multiple-imputation/expected.csv");
    }

    static List<Row> chances() {
        return ReferenceTable.rows("multiple-imputation/chances.csv");
    }

    private static RandomStream stream(long completion) {
        return Seed.of(29).stream(RandomStream.key("imputation"), completion, 0);
    }

    private static RubinsRules rules(double[] estimates, double[] errors) {
        return new RubinsRules(IntStream.range(0, estimates.length)
                .mapToObj(i -> new PointEstimate("", estimates[i], errors[i]))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("pooled")
    void rubins_rules_are_those_of_the_reference(Row row) {
        RubinsRules rules = rules(row.numbers("estimates"), row.numbers("standard_errors"));
        double complete = row.number("complete_df");
        PooledDifference answer = Answers.found(
                Double.isInfinite(complete)
                        ? rules.pooled(row.number("alpha"))
                        : rules.pooled(row.number("alpha"), complete));
        assertNear(answer.estimate(), row, "estimate");
        assertNear(answer.standardError(), row, "standard_error");
        assertNear(answer.degreesOfFreedom(), row, "df");
        assertNear(answer.missingInformation(), row, "missing_information");
        assertNear(answer.interval().lower(), row, "lower");
        assertNear(answer.interval().upper(), row, "upper");
        assertNear(answer.p(), row, "p");
        assertThat(answer.statistic()).isEqualTo(answer.estimate() / answer.standardError());
    }

    private static void assertNear(double actual, Row row, String column) {
        double expected = row.number(column);
        assertThat(actual).as(column).isCloseTo(expected, within(1e-10 * StrictMath.abs(expected)));
    }

    @ParameterizedTest
    @MethodSource("chances")
    void unknown_responses_are_drawn_from_the_posterior_of_the_known(Row row) {
        int events = row.count("events");
        int size = row.count("size");
        var partial = new PartialTwoByTwo(new TwoByTwo(2, 9, events, size), 0, row.count("unknown"));
        var imputation =
                new MultipleImputation(List.of(partial), row.number("prior_events"), row.number("prior_others"));
        double[] chances = row.numbers("chances");
        int[] seen = new int[chances.length];
        for (int completion = 0; completion < COMPLETIONS; completion++) {
            TwoByTwo completed =
                    imputation.completed(stream(completion)).strata().getFirst();
            seen[completed.events2() - events]++;
        }
        for (int drawn = 0; drawn < chances.length; drawn++) {
            double error = StrictMath.sqrt(chances[drawn] * (1 - chances[drawn]) / COMPLETIONS);
            assertThat((double) seen[drawn] / COMPLETIONS).isCloseTo(chances[drawn], within(BOUND * error));
        }
    }

    @Test
    void a_completion_keeps_the_known_responses_and_fills_in_the_others() {
        var imputation =
                MultipleImputation.jeffreys(TippingPointTest.strata("2/9 v 3/12 + 0 and 4; 1/6 v 5/7 + 3 and 0"));
        for (int completion = 0; completion < 200; completion++) {
            List<TwoByTwo> completed = imputation.completed(stream(completion)).strata();
            assertThat(completed).extracting(TwoByTwo::size1).containsExactly(9, 9);
            assertThat(completed).extracting(TwoByTwo::size2).containsExactly(16, 7);
            assertThat(completed.getFirst().events1()).isEqualTo(2);
            assertThat(completed.getFirst().events2()).isBetween(3, 7);
            assertThat(completed.getLast().events1()).isBetween(1, 4);
            assertThat(completed.getLast().events2()).isEqualTo(5);
        }
    }

    @Test
    void many_completions_estimate_what_the_known_responses_say() {
        List<PartialTwoByTwo> strata = TippingPointTest.strata("40/60 v 20/60 + 20 and 20; 30/50 v 20/60 + 5 and 15");
        PooledDifference answer = Answers.found(
                MultipleImputation.jeffreys(strata).riskDifference(2_000, 0.05, MultipleImputationTest::stream));
        // Each group's proportion in a stratum is the mean of its known responses and its posterior mean by their
        // sizes.
        double expected = Answers.found(
                        Strata.read("40/60 v 20/60; 30/50 v 20/60").mantelHaenszel())
                .value();
        assertThat(answer.estimate()).isCloseTo(expected, within(0.01));
        assertThat(answer.missingInformation()).isBetween(0.1, 0.3);
        assertThat(answer.degreesOfFreedom()).isGreaterThan(1_999);
    }

    @Test
    void with_nothing_unknown_pooling_changes_nothing() {
        List<PartialTwoByTwo> strata = TippingPointTest.strata("16/29 v 9/30 + 0 and 0");
        PooledDifference answer = Answers.found(
                MultipleImputation.jeffreys(strata).riskDifference(5, 0.05, MultipleImputationTest::stream));
        PointEstimate complete = Answers.found(Strata.read("16/29 v 9/30").mantelHaenszel());
        assertThat(answer.estimate()).isCloseTo(complete.value(), within(1e-15));
        assertThat(answer.standardError()).isCloseTo(complete.standardError(), within(1e-15));
        assertThat(answer.missingInformation()).isLessThan(1e-12);
    }

    @Test
    void the_same_streams_give_the_same_answer() {
        var imputation = MultipleImputation.jeffreys(TippingPointTest.strata("16/28 v 9/27 + 2 and 3"));
        assertThat(imputation.riskDifference(20, 0.05, MultipleImputationTest::stream))
                .isEqualTo(imputation.riskDifference(20, 0.05, MultipleImputationTest::stream));
    }

    @Test
    void what_cannot_be_pooled_says_why() {
        Answers.assertReason(rules(new double[] {1, 1}, new double[] {0, 0}).pooled(0.05), Reason.NO_VARIATION);
        var apart = MultipleImputation.jeffreys(TippingPointTest.strata("3/5 v 0/0 + 1 and 0; 0/0 v 1/3 + 0 and 1"));
        Answers.assertReason(apart.riskDifference(5, 0.05, MultipleImputationTest::stream), Reason.NOT_COMPARABLE);
        assertThatThrownBy(() -> rules(new double[] {1}, new double[] {1})).hasMessageContaining("at least two");
        assertThatThrownBy(() -> new MultipleImputation(List.of(), 0, 1)).hasMessageContaining("greater than 0");
    }
}
