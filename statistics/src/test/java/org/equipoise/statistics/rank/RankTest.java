package org.equipoise.statistics.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TestResult;
import org.equipoise.statistics.summary.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankTest {
    static List<Row> pairs() {
        return ReferenceTable.rows("rank-sum/expected.csv");
    }

    private static RankSum rankSum(Row row) {
        return new RankSum(Sample.of(row.numbers("first")), Sample.of(row.numbers("second")));
    }

    private static Discrimination discrimination(Row row) {
        return new Discrimination(Sample.of(row.numbers("first")), Sample.of(row.numbers("second")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void p_is_that_of_the_reference(Row row) {
        assertP(rankSum(row).test(), row, "p");
        assertP(rankSum(row).normal(true), row, "p_corrected");
        assertP(rankSum(row).normal(false), row, "p_normal");
    }

    private static void assertP(Answer<TestResult> answer, Row row, String column) {
        if (row.text(column).isEmpty()) {
            Answers.assertReason(answer, Reason.NO_VARIATION);
        } else {
            double expected = row.number(column);
            assertThat(Answers.found(answer).p()).as(column).isCloseTo(expected, within(1e-10 * expected));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_shift_is_that_of_the_reference(Row row) {
        Answer<Estimate> answer = rankSum(row).shift(row.number("alpha"));
        if (row.text("shift").isEmpty()) {
            Answers.assertReason(answer, Reason.TOO_FEW_UNITS);
        } else {
            assertEstimate(answer, row, "shift", "shift");
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_area_under_the_curve_is_that_of_the_reference(Row row) {
        assertEstimate(discrimination(row).score(row.number("alpha")), row, "area", "score");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void delongs_interval_is_that_of_the_reference(Row row) {
        Answer<Estimate> answer = discrimination(row).deLong(row.number("alpha"));
        if (row.text("delong_lower").isEmpty()) {
            assertThat(answer).isInstanceOf(Answer.NotEstimable.class);
        } else {
            assertEstimate(answer, row, "area", "delong");
        }
    }

    private static void assertEstimate(Answer<Estimate> answer, Row row, String value, String interval) {
        Estimate estimate = Answers.found(answer);
        assertThat(estimate.value()).isCloseTo(row.number(value), within(1e-12));
        assertThat(estimate.interval().lower()).isCloseTo(row.number(interval + "_lower"), within(1e-12));
        assertThat(estimate.interval().upper()).isCloseTo(row.number(interval + "_upper"), within(1e-12));
    }

    @Test
    void exchanging_the_samples_turns_the_answers_round() {
        var one = Sample.of(1, 4, 7.5, 9, 12);
        var other = Sample.of(0, 2, 3, 5, 8, 10.5);
        var forth = new RankSum(one, other);
        var back = new RankSum(other, one);
        assertThat(Answers.found(back.test()).p())
                .isEqualTo(Answers.found(forth.test()).p());
        assertThat(Answers.found(back.shift(0.1)).value())
                .isEqualTo(-Answers.found(forth.shift(0.1)).value());
        double area = Answers.found(new Discrimination(one, other).score(0.05)).value();
        assertThat(Answers.found(new Discrimination(other, one).score(0.05)).value())
                .isCloseTo(1 - area, within(1e-15));
    }

    @Test
    void the_method_says_whether_it_is_exact() {
        var distinct = new RankSum(Sample.of(1, 3, 5), Sample.of(2, 4, 6));
        assertThat(Answers.found(distinct.test()).method()).contains("exact");
        var tied = new RankSum(Sample.of(1, 3, 5), Sample.of(2, 3, 6));
        assertThat(Answers.found(tied.test()).method()).contains("ties and continuity correction");
    }

    @Test
    void samples_that_cannot_answer_say_why() {
        var none = new RankSum(Sample.of(), Sample.of(1, 2));
        Answers.assertReason(none.test(), Reason.EMPTY_GROUP);
        Answers.assertReason(none.normal(true), Reason.EMPTY_GROUP);
        Answers.assertReason(none.shift(0.05), Reason.EMPTY_GROUP);
        Answers.assertReason(new RankSum(Sample.of(1, 2), Sample.of(3, 4)).shift(0.05), Reason.TOO_FEW_UNITS);
        Answers.assertReason(new Discrimination(Sample.of(), Sample.of(1)).deLong(0.05), Reason.EMPTY_GROUP);
        Answers.assertReason(new Discrimination(Sample.of(), Sample.of(1)).score(0.05), Reason.EMPTY_GROUP);
        Answers.assertReason(new Discrimination(Sample.of(2), Sample.of(1, 3)).deLong(0.05), Reason.TOO_FEW_UNITS);
        Answers.assertReason(new Discrimination(Sample.of(3, 4), Sample.of(1, 2)).deLong(0.05), Reason.NO_VARIATION);
    }

    @Test
    void an_alpha_outside_zero_and_one_is_refused() {
        var pair = new RankSum(Sample.of(1, 2), Sample.of(3, 4));
        assertThatThrownBy(() -> pair.shift(0)).hasMessageContaining("Alpha");
        var guess = new Discrimination(Sample.of(1, 2), Sample.of(3, 4));
        assertThatThrownBy(() -> guess.deLong(1)).hasMessageContaining("Alpha");
        assertThatThrownBy(() -> guess.score(1)).hasMessageContaining("Alpha");
    }
}
