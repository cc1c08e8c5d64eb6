package org.equipoise.language.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The numbers a quantity may still be: an interval whose ends are open or closed, a missing end meaning no limit.
/// A known number is a span of one point; an unknown one has no limits at all.
///
/// Arithmetic on spans takes every operand as free of the others, so `x - x` of an unknown `x` stays unknown:
/// a judgement drawn from spans may be UNKNOWN where cleverness would settle it, but is never wrong.
public record Span(
        @Nullable BigDecimal low, boolean lowOpen, @Nullable BigDecimal high, boolean highOpen) {
    public static final Span EVERYTHING = new Span(null, true, null, true);

    public static Span of(BigDecimal point) {
        return new Span(point, false, point, false);
    }

    public static Span between(long low, long high) {
        return new Span(BigDecimal.valueOf(low), false, BigDecimal.valueOf(high), false);
    }

    public static Span below(BigDecimal high, boolean open) {
        return new Span(null, true, high, open);
    }

    public static Span above(BigDecimal low, boolean open) {
        return new Span(low, open, null, true);
    }

    public boolean isPoint() {
        return low != null && high != null && low.compareTo(high) == 0;
    }

    public Span negated() {
        BigDecimal negatedHigh = high == null ? null : high.negate();
        BigDecimal negatedLow = low == null ? null : low.negate();
        return new Span(negatedHigh, /* lowOpen= */ highOpen, negatedLow, /* highOpen= */ lowOpen);
    }

    public Span plus(Span other) {
        return new Span(
                low == null || other.low == null ? null : low.add(other.low),
                lowOpen || other.lowOpen,
                high == null || other.high == null ? null : high.add(other.high),
                highOpen || other.highOpen);
    }

    public Span minus(Span other) {
        return plus(other.negated());
    }

    /// Scaled by a known factor.
    public Span times(BigDecimal factor) {
        if (factor.signum() == 0) {
            return of(BigDecimal.ZERO);
        }
        Span scaled = new Span(
                low == null ? null : low.multiply(factor.abs()),
                lowOpen,
                high == null ? null : high.multiply(factor.abs()),
                highOpen);
        return factor.signum() > 0 ? scaled : scaled.negated();
    }

    /// The smallest span that holds both.
    public Span hull(Span other) {
        Span lower = reachesBelow(other) ? this : other;
        Span upper = other.negated().reachesBelow(negated()) ? other : this;
        return new Span(lower.low, lower.lowOpen, upper.high, upper.highOpen);
    }

    private boolean reachesBelow(Span other) {
        if (low == null || other.low == null) {
            return low == null;
        }
        int gap = low.compareTo(other.low);
        return gap < 0 || (gap == 0 && !lowOpen);
    }

    /// Is every number here below every number there?
    public Truth lessThan(Span other) {
        if (high != null && other.low != null) {
            int gap = high.compareTo(other.low);
            if (gap < 0 || (gap == 0 && (highOpen || other.lowOpen))) {
                return Truth.TRUE;
            }
        }
        return low != null && other.high != null && low.compareTo(other.high) >= 0 ? Truth.FALSE : Truth.UNKNOWN;
    }

    public Truth atMost(Span other) {
        return other.lessThan(this).not();
    }

    public Truth equalTo(Span other) {
        if (lessThan(other) == Truth.TRUE || other.lessThan(this) == Truth.TRUE) {
            return Truth.FALSE;
        }
        return isPoint() && other.isPoint() ? Truth.TRUE : Truth.UNKNOWN;
    }

    @Override
    public String toString() {
        if (low != null && isPoint()) {
            return low.toPlainString();
        }
        return (lowOpen ? "(" : "[") + (low == null ? "−∞" : low.toPlainString()) + ", "
                + (high == null ? "∞" : high.toPlainString()) + (highOpen ? ")" : "]");
    }
}
