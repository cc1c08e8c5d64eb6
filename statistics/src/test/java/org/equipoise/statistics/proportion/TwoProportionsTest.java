package org.equipoise.statistics.proportion;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwoProportionsTest {
    static List<Row> intervals() {
        return ReferenceTable.rows("two-by-two/intervals.csv");
    }

    private static TwoProportions question(String table) {
        return new TwoProportions(Strata.stratum(table));
    }

    private static Answer<Estimate> answer(Row row) {
        TwoProportions question = question(row.text("table"));
        double alpha = row.number("alpha");
        return switch (row.text("measure")) {
            case "RISK_DIFFERENCE" -> question.riskDifference(alpha);
            case "RISK_RATIO" -> question.riskRatio(alpha);
            default -> question.oddsRatio(alpha);
        };
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void the_interval_is_that_of_the_reference(Row row) {
        Estimate estimate = Answers.found(answer(row));
        assertNear(estimate.value(), row.number("estimate"));
        assertNear(estimate.interval().lower(), row.number("lower"));
        assertNear(estimate.interval().upper(), row.number("upper"));
        assertThat(estimate.interval().confidence()).isEqualTo(1 - row.number("alpha"));
    }

    private static void assertNear(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * StrictMath.max(1, StrictMath.abs(expected))));
    }

    @Test
    void ratios_need_counts_to_divide_by() {
        Answers.assertReason(question("0/29 v 3/30").riskRatio(0.05), Reason.EMPTY_CELL);
        Answers.assertReason(question("3/29 v 0/30").riskRatio(0.05), Reason.EMPTY_CELL);
        Answers.assertReason(question("4/4 v 6/6").riskRatio(0.05), Reason.NO_VARIATION);
        Answers.assertReason(question("4/4 v 5/6").oddsRatio(0.05), Reason.EMPTY_CELL);
        Answers.assertReason(question("1/4 v 0/6").oddsRatio(0.05), Reason.EMPTY_CELL);
    }

    @Test
    void an_empty_group_has_nothing_to_compare() {
        for (String table : List.of("0/0 v 1/2", "1/2 v 0/0")) {
            Answers.assertReason(question(table).riskDifference(0.05), Reason.EMPTY_GROUP);
            Answers.assertReason(question(table).riskRatio(0.05), Reason.EMPTY_GROUP);
            Answers.assertReason(question(table).oddsRatio(0.05), Reason.EMPTY_GROUP);
        }
    }

    @Test
    void an_alpha_outside_zero_and_one_is_refused() {
        assertThatThrownBy(() -> question("1/2 v 1/2").riskDifference(0)).hasMessageContaining("Alpha");
        assertThatThrownBy(() -> question("1/2 v 1/2").riskRatio(1)).hasMessageContaining("Alpha");
        assertThatThrownBy(() -> question("1/2 v 1/2").oddsRatio(-1)).hasMessageContaining("Alpha");
    }
}
