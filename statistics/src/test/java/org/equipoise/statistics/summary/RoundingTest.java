package org.equipoise.statistics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "42.65, 1, 42.7",
        "-42.65, 1, -42.7",
        "2.5, 0, 3",
        "-2.5, 0, -3",
        "0.5, 0, 1",
        "1.005, 2, 1.01",
        "0.285, 2, 0.29",
        "2.675, 2, 2.68",
        "42.649, 1, 42.6",
        "-0.04, 1, 0.0",
        "1e-7, 3, 0.000",
        "1234567.5, 0, 1234568",
        "150, -2, 2E+2",
        "3, 2, 3.00",
    })
    void a_half_goes_away_from_zero_in_decimal(String value, int decimals, String expected) {
        assertThat(Rounding.halfAwayFromZero(Double.parseDouble(value), decimals))
                .hasToString(expected);
        assertThat(Rounding.halfAwayFromZero(new BigDecimal(value), decimals)).hasToString(expected);
    }

    @Test
    void what_is_not_a_number_is_refused() {
        assertThatThrownBy(() -> Rounding.halfAwayFromZero(Double.NaN, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Rounding.halfAwayFromZero(Double.NEGATIVE_INFINITY, 1))
                .hasMessageContaining("finite");
    }
}
