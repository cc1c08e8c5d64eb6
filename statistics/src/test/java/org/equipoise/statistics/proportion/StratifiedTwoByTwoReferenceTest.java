package org.equipoise.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.equipoise.statistics.Answers;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.RiskDifference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedTwoByTwoReferenceTest {
    static List<Row> tests() {
        return ReferenceTable.rows("cochran-mantel-haenszel/expected.csv");
    }

    static List<Row> errors() {
        return ReferenceTable.rows("cochran-mantel-haenszel/standard-errors.csv");
    }

    static List<Row> intervals() {
        return ReferenceTable.rows("stratified-miettinen-nurminen/expected.csv");
    }

    static List<Row> published() {
        return ReferenceTable.rows("stratified-miettinen-nurminen/published.csv").stream()
                .filter(row -> row.text("weights").equals("mantel-haenszel"))
                .toList();
    }

    private static RiskDifference answer(Row row, double alpha) {
        return Answers.found(Strata.read(row.text("strata")).riskDifference(alpha));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void the_test_is_that_of_the_reference(Row row) {
        RiskDifference answer = answer(row, 0.05);
        double chiSquare = row.number("chi_square");
        assertThat(answer.statistic()).isCloseTo(chiSquare, within(1e-12 * StrictMath.max(1, chiSquare)));
        assertThat(answer.p()).isCloseTo(row.number("p"), within(1e-10 * row.number("p")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void the_standard_error_is_that_of_the_reference(Row row) {
        PointEstimate answer = Answers.found(Strata.read(row.text("strata")).mantelHaenszel());
        assertThat(answer.value()).isCloseTo(row.number("estimate"), within(1e-14));
        assertThat(answer.standardError()).isCloseTo(row.number("standard_error"), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void the_interval_is_that_of_the_reference(Row row) {
        assertInterval(row, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_interval_is_that_which_others_published(Row row) {
        assertInterval(row, within(row.number("tolerance")));
    }

    private static void assertInterval(Row row, Offset<Double> tolerance) {
        RiskDifference answer = answer(row, row.number("alpha"));
        assertThat(answer.estimate()).isCloseTo(row.number("estimate"), tolerance);
        assertThat(answer.interval().lower()).isCloseTo(row.number("lower"), tolerance);
        assertThat(answer.interval().upper()).isCloseTo(row.number("upper"), tolerance);
        assertThat(answer.interval().confidence()).isEqualTo(1 - row.number("alpha"));
    }
}
