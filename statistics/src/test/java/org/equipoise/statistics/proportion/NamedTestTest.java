package org.equipoise.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.answer.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamedTestTest {
    static List<Row> tests() {
        return ReferenceTable.rows("two-by-two/tests.csv");
    }

    static List<Row> unconditional() {
        return ReferenceTable.rows("two-by-two/unconditional.csv");
    }

    static List<Row> published() {
        return ReferenceTable.rows("two-by-two/published.csv");
    }

    static List<Row> printed() {
        return ReferenceTable.rows("two-by-two/printed.csv");
    }

    private static TwoByTwo table(Row row) {
        return Strata.stratum(row.text("table"));
    }

    private static double p(Row row) {
        Answer<TestResult> answer = NamedTest.valueOf(row.text("test")).of(table(row));
        return Answers.found(answer).p();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void p_is_that_of_the_reference(Row row) {
        assertThat(p(row)).isCloseTo(row.number("p"), within(1e-9 * row.number("p") + 1e-14));
    }

    @ParameterizedTest
    @MethodSource("unconditional")
    void the_unconditional_p_is_that_of_the_reference(Row row) {
        assertThat(p(row)).isCloseTo(row.number("p"), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_unconditional_p_is_that_which_others_published(Row row) {
        assertThat(p(row)).isCloseTo(row.number("p"), within(row.number("tolerance")));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void a_printed_p_names_the_tests_that_round_to_it(Row row) {
        var printed = new PrintedP(new BigDecimal(row.text("p")));
        List<NamedTest> expected = Stream.of(row.text("agreeing").split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(NamedTest::valueOf)
                .toList();
        assertThat(printed.agreeing(table(row))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_n_minus_1_test_is_the_stratified_test_of_one_stratum() {
        assertThat(List.of("16/29 v 9/30", "7/13 v 2/12", "1/1 v 0/1", "0/3 v 0/4"))
                .allSatisfy(text -> assertThat(Answers.found(NamedTest.N_MINUS_1.of(Strata.stratum(text)))
                                .p())
                        .isCloseTo(Strata.read(text).p(), within(1e-14)));
    }

    @ParameterizedTest
    @EnumSource
    void exchanging_groups_or_events_changes_no_p(NamedTest test) {
        double p = Answers.found(test.of(new TwoByTwo(5, 9, 3, 14))).p();
        assertThat(Answers.found(test.of(new TwoByTwo(3, 14, 5, 9))).p()).isCloseTo(p, within(1e-12));
        assertThat(Answers.found(test.of(new TwoByTwo(4, 9, 11, 14))).p()).isCloseTo(p, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void a_group_without_units_is_no_comparison(NamedTest test) {
        Answers.assertReason(test.of(new TwoByTwo(0, 0, 3, 5)), Reason.EMPTY_GROUP);
        assertThat(test.rejects(new TwoByTwo(0, 0, 3, 5), 0.5)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void where_nothing_varies_p_is_one_or_there_is_no_answer(NamedTest test) {
        for (String text : List.of("0/29 v 0/30", "4/4 v 7/7")) {
            switch (test) {
                case WALD, STUDENT, WELCH -> Answers.assertReason(test.of(Strata.stratum(text)), Reason.NO_VARIATION);
                default ->
                    assertThat(Answers.found(test.of(Strata.stratum(text))).p()).isEqualTo(1);
            }
        }
    }

    @Test
    void no_two_tests_have_one_name() {
        assertThat(Arrays.stream(NamedTest.values()).map(NamedTest::method)).doesNotHaveDuplicates();
    }

    @Test
    void rejection_is_p_below_alpha() {
        var table = new TwoByTwo(16, 29, 9, 30);
        double p = Answers.found(NamedTest.PEARSON.of(table)).p();
        assertThat(NamedTest.PEARSON.rejects(table, p)).isFalse();
        assertThat(NamedTest.PEARSON.rejects(table, Math.nextUp(p))).isTrue();
    }
}
