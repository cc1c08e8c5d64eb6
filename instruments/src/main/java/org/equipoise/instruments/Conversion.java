package org.equipoise.instruments;

import java.math.BigDecimal;
import java.math.MathContext;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;

/// That an amount in another unit is so much in ours. Stated by an instrument where UCUM cannot know it, because moles
/// of a substance become grams only by its molar mass.
public record Conversion(BigDecimal amount, Unit unit, BigDecimal is) {
    /// A quotient without a finite decimal form ends after 34 digits, on every machine the same.
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    public Conversion {
        if (amount.signum() <= 0 || is.signum() <= 0) {
            throw new IllegalArgumentException("a conversion from " + unit + " needs amounts above 0");
        }
    }

    static Conversion byFactor(Unit unit, BigDecimal factor) {
        return new Conversion(BigDecimal.ONE, unit, factor);
    }

    /// Rounded, a number could cross a threshold that it lies on.
    void refuseRounding() {
        if (is.divide(amount, DIGITS).multiply(amount).compareTo(is) != 0) {
            throw new IllegalArgumentException("thresholds need an exact conversion, unlike that from " + unit);
        }
    }

    /// An answer in the other unit, in ours.
    public Answer of(Answer answer) {
        return switch (answer) {
            case Answer.Known(Value.Amount(var decimal)) -> new Answer.Known(new Value.Amount(convert(decimal)));
            case Answer.Bounded(var span) -> new Answer.Bounded(of(span));
            case Answer.Known _, Answer.Unknown _ -> answer;
        };
    }

    private Span of(Span span) {
        return new Span(
                span.low() == null ? null : convert(span.low()),
                span.lowOpen(),
                span.high() == null ? null : convert(span.high()),
                span.highOpen());
    }

    private BigDecimal convert(BigDecimal decimal) {
        return decimal.multiply(is).divide(amount, DIGITS);
    }
}
