package org.equipoise.models;

/// A measured number as a person would write it: rounded (halves up) to the decimals usual for it.
///
/// Kept as a whole number of its last decimal place, so that what is derived from a reading is derived from
/// the digits on the form.
record Reading(long units, int decimals) {
    static Reading of(double value, int decimals) {
        long scale = scale(decimals);
        return new Reading(Math.round(value * scale), decimals);
    }

    /// Above or below a limit given in the same last decimal place.
    boolean above(long limit) {
        return units > limit;
    }

    boolean below(long limit) {
        return units < limit;
    }

    /// Digits with a decimal point and no exponent.
    String text() {
        if (decimals == 0) {
            return Long.toString(units);
        }
        long scale = scale(decimals);
        String rest = Long.toString(Math.abs(units % scale) + scale).substring(1);
        return (units < 0 ? "-" : "") + Math.abs(units / scale) + "." + rest;
    }

    private static long scale(int decimals) {
        long scale = 1;
        for (int place = 0; place < decimals; place++) {
            scale *= 10;
        }
        return scale;
    }
}
