package org.equipoise.language.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/// A calendar date of which the day, or the month and the day, may be unknown: `2015`, `2015-06`, `2015-06-30`.
/// It stands for every day between [#earliest] and [#latest].
public record PartialDate(String text, LocalDate earliest, LocalDate latest) {

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString(), day, day);
    }

    /// Empty where the text is not a date that exists (`2015-02-30`).
    public static Optional<PartialDate> read(String text) {
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(Year.parse(text)).map(y -> new PartialDate(text, y.atDay(1), lastDay(y)));
                case 7 ->
                    Optional.of(YearMonth.parse(text)).map(m -> new PartialDate(text, m.atDay(1), m.atEndOfMonth()));
                case 10 -> Optional.of(of(LocalDate.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate lastDay(Year year) {
        return year.atDay(year.length());
    }

    public Span days() {
        return Span.between(earliest.toEpochDay(), latest.toEpochDay());
    }

    @Override
    public String toString() {
        return text;
    }
}
