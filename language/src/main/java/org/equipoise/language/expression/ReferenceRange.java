package org.equipoise.language.expression;

import java.math.BigDecimal;
import java.util.Optional;
import org.equipoise.language.value.Span;

/// The reference range of a laboratory test: the limits of normal, for whom they are, in the unit of the test's item.
/// Of several ranges of one item the first that applies counts.
///
/// @param low the lower limit of normal (CDISC LBSTNRLO)
/// @param high the upper limit of normal (CDISC LBSTNRHI)
/// @param when whom and what it is for: a laboratory, a time, a sex, an age; everybody where it is absent
public record ReferenceRange(Optional<BigDecimal> low, Optional<BigDecimal> high, Optional<Condition> when) {

    /// One of the two ends of a range.
    enum Side {
        LOWER,
        UPPER;

        Optional<BigDecimal> of(ReferenceRange range) {
            return this == LOWER ? range.low : range.high;
        }

        /// What an expression calls it.
        String function() {
            return this == LOWER ? "lowerLimit" : "upperLimit";
        }

        String words() {
            return this == LOWER ? "the lower limit of normal of " : "the upper limit of normal of ";
        }
    }

    Span span(Side side) {
        return side.of(this).map(Span::of).orElse(Span.EVERYTHING);
    }
}
