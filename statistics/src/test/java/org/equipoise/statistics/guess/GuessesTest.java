package org.equipoise.statistics.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Estimate;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.answer.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuessesTest {
    static List<Row> indices() {
        return ReferenceTable.rows("guesses/expected.csv");
    }

    static List<Row> published() {
        return ReferenceTable.rows("guesses/published.csv");
    }

    private static TwoGroupsGuesses guesses(String text) {
        int[] n = Arrays.stream(text.split(" / | ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new TwoGroupsGuesses(new Guesses(n[0], n[1], n[2]), new Guesses(n[3], n[4], n[5]));
    }

    private static Estimate estimate(Row row) {
        TwoGroupsGuesses guesses = guesses(row.text("guesses"));
        double alpha = row.number("alpha");
        Answer<Estimate> answer = switch (row.text("index")) {
            case "james" -> guesses.james(alpha);
            case "bang1" -> guesses.first().bang(alpha);
            default -> guesses.second().bang(alpha);
        };
        return Answers.found(answer);
    }

    @ParameterizedTest
    @MethodSource("indices")
    void an_index_is_that_of_the_reference(Row row) {
        Estimate estimate = estimate(row);
        double tolerance = row.text("index").equals("james") ? 1e-7 : 1e-12;
        assertThat(estimate.value()).isCloseTo(row.number("estimate"), within(1e-12));
        assertThat(estimate.interval().lower()).isCloseTo(row.number("lower"), within(tolerance));
        assertThat(estimate.interval().upper()).isCloseTo(row.number("upper"), within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("published")
    void an_index_is_that_which_others_published(Row row) {
        Estimate estimate = estimate(row);
        double tolerance = row.number("tolerance");
        assertThat(estimate.value()).isCloseTo(row.number("estimate"), within(tolerance));
        assertThat(estimate.interval().lower()).isCloseTo(row.number("lower"), within(tolerance));
        assertThat(estimate.interval().upper()).isCloseTo(row.number("upper"), within(tolerance));
    }

    @Test
    void the_scale_has_its_three_marks() {
        assertThat(Answers.found(guesses("0 0 30 / 0 0 30").james(0.05)).interval())
                .isEqualTo(new Interval(1, 1, 1 - 0.05));
        assertThat(Answers.found(guesses("15 15 0 / 15 15 0").james(0.05)).value())
                .isCloseTo(0.5, within(1e-15));
        assertThat(Answers.found(guesses("30 0 0 / 30 0 0").james(0.05)).value())
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void exchanging_the_groups_changes_nothing() {
        Estimate one = Answers.found(guesses("20 9 4 / 12 18 7").james(0.05));
        Estimate other = Answers.found(guesses("12 18 7 / 20 9 4").james(0.05));
        assertThat(other.value()).isCloseTo(one.value(), within(1e-15));
        assertThat(other.interval().lower()).isCloseTo(one.interval().lower(), within(1e-14));
    }

    @Test
    void guesses_that_cannot_answer_say_why() {
        Answers.assertReason(guesses("0 0 0 / 1 2 3").james(0.05), Reason.EMPTY_GROUP);
        Answers.assertReason(new Guesses(0, 0, 0).bang(0.05), Reason.EMPTY_GROUP);
        Answers.assertReason(guesses("5 0 3 / 0 0 8").james(0.05), Reason.NO_VARIATION);
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatThrownBy(() -> new Guesses(1, -1, 0)).hasMessageContaining("counted from 0");
        assertThatThrownBy(() -> new Guesses(1, 1, 0).bang(0)).hasMessageContaining("Alpha");
        assertThatThrownBy(() -> guesses("1 1 1 / 1 1 1").james(1)).hasMessageContaining("Alpha");
    }
}
