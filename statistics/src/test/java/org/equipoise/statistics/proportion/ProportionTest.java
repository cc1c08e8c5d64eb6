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

class ProportionTest {
    static List<Row> wilson() {
        return ReferenceTable.rows("descriptive/wilson.csv");
    }

    static List<Row> clopperPearson() {
        return ReferenceTable.rows("descriptive/clopper-pearson.csv");
    }

    @ParameterizedTest
    @MethodSource("wilson")
    void the_wilson_interval_is_that_of_the_reference(Row row) {
        Answer<Estimate> answer = new Proportion(row.count("events"), row.count("size")).wilson(row.number("alpha"));
        assertThat(answer).isInstanceOfSatisfying(Answer.Found.class, found -> {
            var estimate = (Estimate) found.value();
            assertThat(estimate.value()).isCloseTo(row.number("estimate"), within(1e-14));
            assertThat(estimate.interval().lower()).isCloseTo(row.number("lower"), within(1e-12));
            assertThat(estimate.interval().upper()).isCloseTo(row.number("upper"), within(1e-12));
        });
    }

    @ParameterizedTest
    @MethodSource("clopperPearson")
    void the_clopper_pearson_interval_is_that_of_the_reference(Row row) {
        Estimate estimate = Answers.found(
                new Proportion(row.count("events"), row.count("size")).clopperPearson(row.number("alpha")));
        assertThat(estimate.value()).isCloseTo(row.number("estimate"), within(1e-14));
        assertThat(estimate.interval().lower()).isCloseTo(row.number("lower"), within(1e-12));
        assertThat(estimate.interval().upper()).isCloseTo(row.number("upper"), within(1e-12));
    }

    @Test
    void the_interval_stays_within_zero_and_one_and_reaches_them() {
        for (int size = 1; size < 200; size++) {
            assertThat(new Proportion(0, size).wilson(0.05))
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            found -> assertThat(((Estimate) found.value())
                                            .interval()
                                            .lower())
                                    .isZero());
            assertThat(new Proportion(size, size).wilson(0.05))
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            found -> assertThat(((Estimate) found.value())
                                            .interval()
                                            .upper())
                                    .isEqualTo(1));
        }
    }

    @Test
    void an_empty_group_has_no_proportion() {
        assertThat(new Proportion(0, 0).wilson(0.05))
                .isEqualTo(new Answer.NotEstimable<>("Wilson interval", Reason.EMPTY_GROUP));
        Answers.assertReason(new Proportion(0, 0).clopperPearson(0.05), Reason.EMPTY_GROUP);
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("not 3");
        assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessageContaining("not -1");
    }
}
