package org.equipoise.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;

class StratifiedTwoByTwoTest {
    private static final int TABLES = 4_000;
    private static final double[] ALPHAS = {0.05, 0.1, 0.001};

    private static Stream<StratifiedTwoByTwo> estimable() {
        RandomStream stream = Seed.of(17).stream(RandomStream.key("tables"), 0, 0);
        return Stream.generate(() -> Strata.draw(stream))
                .limit(TABLES)
                .filter(tables -> tables.strata().stream().anyMatch(TwoByTwo::compares));
    }

    private static RiskDifference answer(String strata) {
        return Answers.found(Strata.read(strata).riskDifference(0.05));
    }

    private static void assertAgreement(RiskDifference answer, double alpha) {
        Interval interval = answer.interval();
        assertThat(interval.contains(0)).isEqualTo(!(answer.p() < alpha));
        assertThat(interval.contains(answer.estimate())).isTrue();
        assertThat(interval.lower()).isGreaterThanOrEqualTo(-1);
        assertThat(interval.upper()).isLessThanOrEqualTo(1);
    }

    @Test
    void the_interval_excludes_zero_exactly_when_the_test_rejects() {
        assertThat(estimable()).hasSizeGreaterThan(3_500).allSatisfy(tables -> {
            for (double alpha : ALPHAS) {
                assertAgreement(Answers.found(tables.riskDifference(alpha)), alpha);
            }
        });
    }

    @Test
    void they_agree_at_the_extremes_of_sizes_and_counts() {
        RandomStream stream = Seed.of(18).stream(RandomStream.key("tables"), 0, 0);
        assertThat(Stream.generate(() -> Strata.drawExtreme(stream)).limit(TABLES))
                .allSatisfy(tables -> {
                    for (double alpha : ALPHAS) {
                        assertAgreement(Answers.found(tables.riskDifference(alpha)), alpha);
                    }
                });
    }

    @Test
    void the_test_alone_says_what_the_interval_says() {
        assertThat(estimable()).allSatisfy(tables -> {
            for (double alpha : ALPHAS) {
                RiskDifference answer = Answers.found(tables.riskDifference(alpha));
                assertThat(tables.rejects(alpha)).isEqualTo(!answer.interval().contains(0));
                assertThat(tables.p()).isEqualTo(answer.p());
                assertThat(tables.chiSquare()).isEqualTo(answer.statistic());
            }
        });
        assertThat(Strata.read("3/5 v 0/0; 0/0 v 1/4").rejects(0.99)).isFalse();
    }

    @Test
    void they_agree_also_when_p_is_alpha_to_the_last_bit() {
        assertThat(estimable().limit(1_000)).allSatisfy(tables -> {
            double p = Answers.found(tables.riskDifference(0.05)).p();
            for (double alpha : new double[] {Math.nextDown(p), p, Math.nextUp(p)}) {
                if (alpha > 0 && alpha < 1) {
                    assertAgreement(Answers.found(tables.riskDifference(alpha)), alpha);
                }
            }
        });
    }

    @Test
    void they_agree_where_the_statistic_rises_and_falls() {
        var tables = Strata.read("1/1 v 149/167; 1/1 v 0/12");
        var score = new ScoreTest(tables.strata());
        assertThat(score.chiSquare(0.08)).isGreaterThan(score.chiSquare(0)).isGreaterThan(score.chiSquare(0.16));
        for (double alpha = 0.001; alpha < 0.1; alpha *= 1.01) {
            assertAgreement(Answers.found(tables.riskDifference(alpha)), alpha);
        }
    }

    @Test
    void the_score_test_of_no_difference_is_cochran_mantel_haenszel() {
        assertThat(estimable()).allSatisfy(tables -> {
            double cmh = Answers.found(tables.riskDifference(0.05)).statistic();
            var score = new ScoreTest(
                    tables.strata().stream().filter(TwoByTwo::compares).toList());
            assertThat(score.chiSquare(0)).isCloseTo(cmh, within(1e-12 * StrictMath.max(1, cmh)));
        });
    }

    @Test
    void a_limit_is_where_the_score_test_reaches_its_critical_value() {
        double critical = 3.841458820694124;
        assertThat(estimable()).allSatisfy(tables -> {
            Interval interval = Answers.found(tables.riskDifference(0.05)).interval();
            var score = new ScoreTest(
                    tables.strata().stream().filter(TwoByTwo::compares).toList());
            for (double limit : new double[] {interval.lower(), interval.upper()}) {
                if (StrictMath.abs(limit) < 1 - 1e-6) {
                    assertThat(score.chiSquare(limit)).isCloseTo(critical, within(1e-6));
                }
            }
        });
    }

    @Test
    void exchanging_the_groups_turns_the_answer_round() {
        assertThat(estimable().limit(1_000)).allSatisfy(tables -> {
            RiskDifference answer = Answers.found(tables.riskDifference(0.05));
            RiskDifference turned = Answers.found(new StratifiedTwoByTwo(tables.strata().stream()
                            .map(t -> new TwoByTwo(t.events2(), t.size2(), t.events1(), t.size1()))
                            .toList())
                    .riskDifference(0.05));
            assertThat(turned.estimate()).isCloseTo(-answer.estimate(), within(1e-14));
            assertThat(turned.p()).isCloseTo(answer.p(), within(1e-12));
            assertThat(turned.interval().lower()).isCloseTo(-answer.interval().upper(), within(1e-10));
            assertThat(turned.interval().upper()).isCloseTo(-answer.interval().lower(), within(1e-10));
        });
    }

    @Test
    void strata_that_cannot_compare_carry_no_weight() {
        assertThat(answer("16/29 v 9/30; 5/5 v 0/0; 0/0 v 2/3; 0/0 v 0/0")).isEqualTo(answer("16/29 v 9/30"));
    }

    @Test
    void where_nothing_varies_p_is_one_and_the_interval_says_what_the_sizes_allow() {
        for (String strata : List.of("0/29 v 0/30", "0/5 v 0/6; 9/9 v 8/8", "1/1 v 1/1")) {
            RiskDifference answer = answer(strata);
            assertThat(answer.estimate()).isZero();
            assertThat(answer.statistic()).isZero();
            assertThat(answer.p()).isEqualTo(1);
            assertThat(answer.interval().lower()).isBetween(-1.0, -0.05);
            assertThat(answer.interval().upper()).isBetween(0.05, 1.0);
        }
    }

    @Test
    void what_cannot_be_compared_is_not_estimable() {
        assertNotEstimable(StratifiedTwoByTwo.of(), Reason.EMPTY_GROUP);
        assertNotEstimable(Strata.read("0/0 v 0/0"), Reason.EMPTY_GROUP);
        assertNotEstimable(Strata.read("3/5 v 0/0; 1/4 v 0/0"), Reason.EMPTY_GROUP);
        assertNotEstimable(Strata.read("3/5 v 0/0; 0/0 v 1/4"), Reason.NOT_COMPARABLE);
    }

    private static void assertNotEstimable(StratifiedTwoByTwo tables, Reason expected) {
        Answers.assertReason(tables.riskDifference(0.05), expected);
        Answers.assertReason(tables.mantelHaenszel(), expected);
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatThrownBy(() -> new TwoByTwo(6, 5, 0, 5)).hasMessageContaining("6 of 5");
        assertThatThrownBy(() -> new TwoByTwo(0, 5, -1, 5)).hasMessageContaining("-1 of 5");
        assertThatThrownBy(() -> Strata.read("1/2 v 1/2").riskDifference(1)).hasMessageContaining("Alpha");
        assertThatThrownBy(() -> Strata.read("1/2 v 1/2").riskDifference(Double.NaN))
                .hasMessageContaining("Alpha");
    }
}
