package org.equipoise.statistics.mean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.summary.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceOfMeansTest {
    static List<Row> cases() {
        return ReferenceTable.rows("difference-of-means/expected.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_answer_is_that_of_the_reference(Row row) {
        Sample first = Sample.of(row.numbers("first"));
        Sample second = Sample.of(row.numbers("second"));
        var question = new DifferenceOfMeans(first, second);
        double alpha = row.number("alpha");
        Answer<MeanDifference> answer =
                row.text("variances").equals("pooled") ? question.pooled(alpha) : question.welch(alpha);
        double largest = StrictMath.max(
                StrictMath.abs(first.maximum().orElseThrow()),
                StrictMath.abs(second.maximum().orElseThrow()));
        Differences.assertSame(Differences.found(answer), row, 1e-10, 1e-16 * largest);
    }

    @Test
    void data_that_cannot_answer_say_why() {
        assertReason(question(new double[] {}, 1, 2).pooled(0.05), Reason.EMPTY_GROUP);
        assertReason(question(new double[] {}, 1, 2).welch(0.05), Reason.EMPTY_GROUP);
        assertReason(question(new double[] {1, 2}).pooled(0.05), Reason.EMPTY_GROUP);
        assertReason(question(new double[] {1, 2}).welch(0.05), Reason.EMPTY_GROUP);
        assertReason(question(new double[] {1}, 2).pooled(0.05), Reason.TOO_FEW_UNITS);
        assertReason(question(new double[] {1}, 2, 3).welch(0.05), Reason.TOO_FEW_UNITS);
        assertReason(question(new double[] {1, 1}, 2, 2).pooled(0.05), Reason.NO_VARIATION);
        assertReason(question(new double[] {1, 1}, 2, 2).welch(0.05), Reason.NO_VARIATION);
        assertReason(question(new double[] {0, 0}, 0, 0).welch(0.05), Reason.NO_VARIATION);
        assertReason(question(new double[] {0.1, 0.1, 0.1}, 0.3, 0.3).pooled(0.05), Reason.NO_VARIATION);
    }

    @Test
    void a_single_value_can_be_compared_when_the_variance_is_pooled() {
        MeanDifference answer =
                Differences.found(question(new double[] {1}, 2, 3).pooled(0.05));
        assertThat(answer.degreesOfFreedom()).isEqualTo(1);
        assertThat(answer.estimate()).isEqualTo(-1.5);
    }

    @Test
    void an_alpha_outside_zero_and_one_is_refused() {
        assertThatThrownBy(() -> question(new double[] {1, 2}, 2, 3).pooled(0)).hasMessageContaining("Alpha");
        assertThatThrownBy(() -> question(new double[] {1, 2}, 2, 3).welch(1)).hasMessageContaining("Alpha");
    }

    private static DifferenceOfMeans question(double[] first, double... second) {
        return new DifferenceOfMeans(Sample.of(first), Sample.of(second));
    }

    private static void assertReason(Answer<MeanDifference> answer, Reason expected) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotEstimable.class,
                        not -> assertThat(not.reason()).isEqualTo(expected));
    }
}
