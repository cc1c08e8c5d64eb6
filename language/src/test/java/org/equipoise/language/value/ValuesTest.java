package org.equipoise.language.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final ItemType NUMBER = new ItemType.Amount(new Unit("g/d"), Span.between(0, 50));

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-5", "0.50", "2.30", "123456789012345678901234567.89", "-0.1"})
    void a_decimal_keeps_the_text_it_was_entered_as(String text) {
        assertThat(Decimals.read(text)).map(BigDecimal::toPlainString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".5", "5.", "05", "+5", "1e3", "1,5", "5 ", " 5", "0x1", "--5", "5.5.5", "٥", "NaN"})
    void what_is_no_plain_decimal_is_refused(String text) {
        assertThat(Decimals.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2015, 2015-01-01, 2015-12-31",
        "2016-02, 2016-02-01, 2016-02-29",
        "2015-06-30, 2015-06-30, 2015-06-30",
    })
    void a_partial_date_stands_for_every_day_it_allows(String text, String earliest, String latest) {
        assertThat(PartialDate.read(text)).hasValueSatisfying(date -> {
            assertThat(date.earliest()).hasToString(earliest);
            assertThat(date.latest()).hasToString(latest);
            assertThat(date).hasToString(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "15", "2015-13", "2015-02-30", "2015-6-30", "30.06.2015", "2015-06-3", "20150630", "june"})
    void a_date_that_does_not_exist_is_refused(String text) {
        assertThat(PartialDate.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "<0.15, '(−∞, 0.15)'",
        "<=5, '(−∞, 5]'",
        ">800, '(800, ∞)'",
        ">=90, '[90, ∞)'",
    })
    void a_number_may_be_entered_as_beyond_a_limit(String text, String span) {
        assertThat(NUMBER.read(text)).map(Answer::span).map(Span::toString).contains(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", ">=", "<>5", "< 5", "yes"})
    void what_is_neither_number_nor_limit_is_refused(String text) {
        assertThat(NUMBER.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mg/d, g/d, 0.001",
        "g/d, mg/d, 1000",
        "wk, d, 7",
        "10*9/L, 10*6/mL, 1",
        "g/L, mg/dL, 100",
        "1, {score}, 1",
    })
    void units_of_one_kind_convert_exactly(String from, String to, String factor) {
        assertThat(new Unit(from).exactFactorTo(new Unit(to)))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(factor));
    }

    @ParameterizedTest
    @CsvSource({"g/d, g/L", "d, wk", "[IU], 1", "mg, [IU]", "Cel, K", "mg/mmol, g/g"})
    void what_cannot_be_converted_exactly_is_not(String from, String to) {
        assertThat(new Unit(from).exactFactorTo(new Unit(to))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x10^9/L", "10*9/L2x", "gramme", "mmHg "})
    void a_text_that_ucum_does_not_know_is_no_unit(String code) {
        assertThat(Unit.fault(code)).isPresent();
    }

    /// A judgement on spans is right for every pair of numbers they hold.
    @Test
    void comparing_spans_agrees_with_comparing_every_number_in_them() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            Span here = span(random);
            Span there = span(random);
            assertThat(here.lessThan(there)).isEqualTo(slowly(here, there, -1, -1));
            assertThat(here.atMost(there)).isEqualTo(slowly(here, there, -1, 0));
            assertThat(here.equalTo(there)).isEqualTo(slowly(here, there, 0, 0));
        }
    }

    private static Span span(SplittableRandom random) {
        int low = random.nextInt(6);
        int high = low + random.nextInt(4);
        boolean point = low == high;
        return new Span(
                BigDecimal.valueOf(low),
                !point && random.nextBoolean(),
                BigDecimal.valueOf(high),
                !point && random.nextBoolean());
    }

    /// By trying the numbers themselves, in steps of a quarter.
    private static Truth slowly(Span here, Span there, int least, int most) {
        boolean every = true;
        boolean some = false;
        for (BigDecimal x : members(here)) {
            for (BigDecimal y : members(there)) {
                int order = Integer.signum(x.compareTo(y));
                boolean holds = order >= least && order <= most;
                every &= holds;
                some |= holds;
            }
        }
        return every ? Truth.TRUE : some ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static List<BigDecimal> members(Span span) {
        BigDecimal low = Optional.ofNullable(span.low()).orElseThrow();
        BigDecimal high = Optional.ofNullable(span.high()).orElseThrow();
        BigDecimal step = new BigDecimal("0.25");
        return Stream.iterate(low, x -> x.compareTo(high) <= 0, x -> x.add(step))
                .filter(x -> !(span.lowOpen() && x.compareTo(low) == 0) && !(span.highOpen() && x.compareTo(high) == 0))
                .toList();
    }
}
