package org.equipoise.statistics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuantileTypeTest {
    static List<Row> quantiles() {
        return ReferenceTable.rows("rank-sum/quantiles.csv");
    }

    private static QuantileType type(int number) {
        return Arrays.stream(QuantileType.values())
                .filter(type -> type.number() == number)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantiles_are_those_of_the_reference(Row row) {
        Sample sample = Sample.of(row.numbers("values"));
        QuantileType type = type(row.count("type"));
        Quartiles quartiles = sample.quartiles(type).orElseThrow();
        assertThat(quartiles.type()).isEqualTo(type);
        assertThat(quartiles.lower()).isCloseTo(row.number("q1"), within(1e-12));
        assertThat(quartiles.median()).isCloseTo(row.number("median"), within(1e-12));
        assertThat(quartiles.upper()).isCloseTo(row.number("q3"), within(1e-12));
        assertThat(sample.quantile(0.1, type).orElseThrow()).isCloseTo(row.number("p10"), within(1e-12));
        assertThat(sample.quantile(1, type).orElseThrow()).isCloseTo(row.number("max"), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_sample_has_no_quartiles(QuantileType type) {
        assertThat(Sample.of().quartiles(type)).isEmpty();
        assertThat(type.method()).contains("type " + type.number());
    }

    @Test
    void a_sample_counts_what_lies_below() {
        Sample sample = Sample.of(3, 1, 3, 2);
        assertThat(sample.below(3)).isEqualTo(2);
        assertThat(sample.upTo(3)).isEqualTo(4);
        assertThat(sample.below(0)).isZero();
        assertThat(sample.upTo(2.5)).isEqualTo(2);
        assertThat(sample.values()).containsExactly(1.0, 2.0, 3.0, 3.0);
    }
}
