package org.equipoise.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.equipoise.statistics.answer.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintTest {
    @ParameterizedTest
    @CsvSource({"42.65, 1, 42.7", "-42.65, 1, −42.7", "-0.04, 1, 0.0", "0.5, 0, 1", "-16.5, 0, −17", "1e-9, 2, 0.00"})
    void halves_go_away_from_zero_and_zero_has_no_sign(double value, int decimals, String printed) {
        assertThat(Print.decimal(value, decimals)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"16, 29, 16 (55.2%)", "1, 8, 1 (12.5%)", "1, 16, 1 (6.3%)", "0, 0, 0", "1234, 1234, '1,234 (100.0%)'"})
    void a_share_is_rounded_from_the_exact_fraction(int part, int whole, String printed) {
        assertThat(Print.share(part, whole)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05244, 0.0524",
        "0.00005, <0.0001",
        "0.0001, 0.0001",
        "0, <0.0001",
        "1, >0.9999",
        "0.99985, 0.9999",
        "0.31731, 0.3173"
    })
    void p_has_four_decimals_and_never_reads_zero_or_one(double p, String printed) {
        assertThat(Print.p(p)).isEqualTo(printed);
    }

    @Test
    void a_difference_of_proportions_is_in_percentage_points() {
        assertThat(Print.points(0.251724)).isEqualTo("25.2");
        assertThat(Print.pointsInterval(new Interval(-0.00266, 0.47643, 0.95))).isEqualTo("−0.3 to 47.6");
        assertThat(Print.confidence(new BigDecimal("0.95"))).isEqualTo("95%");
    }

    @Test
    void what_is_absent_is_a_dash() {
        assertThat(Print.decimal(OptionalDouble.empty(), 2)).isEqualTo(Print.NONE);
    }
}
