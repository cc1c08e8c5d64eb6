package org.equipoise.statistics.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How tables round: halves go away from zero, in decimal.
///
/// The binary double nearest 42.65 lies below it; a reader who sees 42.65 expects 42.7, so a double is rounded from
/// the shortest decimal that denotes it.
public final class Rounding {
    private Rounding() {}

    public static BigDecimal halfAwayFromZero(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    public static BigDecimal halfAwayFromZero(double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Only a finite number can be rounded, not " + value + ".");
        }
        return halfAwayFromZero(BigDecimal.valueOf(value), decimals);
    }
}
