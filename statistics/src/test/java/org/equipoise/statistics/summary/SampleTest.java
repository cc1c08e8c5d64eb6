package org.equipoise.statistics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {
    static List<Row> summaries() {
        return ReferenceTable.rows("descriptive/summaries.csv");
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void summaries_are_those_of_the_reference(Row row) {
        Sample sample = Sample.of(row.numbers("values"));
        assertThat(sample.size()).isEqualTo(row.count("n"));
        assertNear(sample.mean(), row, "mean", 1e-12);
        assertNear(sample.minimum(), row, "min", 1e-12);
        assertNear(sample.quantile(0.25), row, "q1", 1e-12);
        assertNear(sample.median(), row, "median", 1e-12);
        assertNear(sample.quantile(0.75), row, "q3", 1e-12);
        assertNear(sample.quantile(0.9), row, "p90", 1e-12);
        assertNear(sample.maximum(), row, "max", 1e-12);
        if (sample.size() > 1) {
            assertNear(sample.standardDeviation(), row, "sd", 1e-9);
        } else {
            assertThat(sample.standardDeviation()).isEmpty();
        }
    }

    private static void assertNear(OptionalDouble actual, Row row, String column, double tolerance) {
        double expected = row.number(column);
        assertThat(actual.orElseThrow())
                .isCloseTo(expected, within(tolerance * StrictMath.max(1, StrictMath.abs(expected))));
    }

    @Test
    void an_empty_sample_has_no_summary_and_no_nan() {
        Sample empty = Sample.of();
        assertThat(empty.size()).isZero();
        assertThat(List.of(empty.mean(), empty.standardDeviation(), empty.median(), empty.minimum(), empty.maximum()))
                .allMatch(OptionalDouble::isEmpty);
    }

    @Test
    void a_sample_keeps_its_own_values() {
        double[] values = {3, 1, 2};
        Sample sample = Sample.of(values);
        values[0] = 100;
        assertThat(sample.maximum()).hasValue(3);
        assertThat(values).containsExactly(100, 1, 2);
    }

    @Test
    void values_that_are_not_numbers_are_refused() {
        assertThatThrownBy(() -> Sample.of(1, Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Sample.of(Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Sample.of(1).quantile(1.5)).hasMessageContaining("between 0 and 1");
    }
}
