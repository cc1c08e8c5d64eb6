package org.equipoise.models;

/// A measured number as a person would write it: rounded (halves up) to the decimals usual for it.
///
/// Kept as a whole number of its last decimal place, so that what is derived from a reading is derived from
/// the digits on the form.
record Reading(long units, int decimals) {
    private static final long[] SCALES = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    static Reading of(double value, int decimals) {
        return new Reading(units(value, decimals), decimals);
    }

    static long units(double value, int decimals) {
        return Math.round(value * SCALES[decimals]);
    }

    static long scale(int decimals) {
        return SCALES[decimals];
    }

    /// Above or below a limit given in the same last decimal place.
    boolean above(long limit) {
        return units > limit;
    }

    boolean below(long limit) {
        return units < limit;
    }

    double value() {
        return units / (double) SCALES[decimals];
    }

    String text() {
        return text(units, decimals);
    }

    /// Digits with a decimal point and no exponent.
    static String text(long units, int decimals) {
        if (decimals == 0) {
            return Long.toString(units);
        }
        long scale = SCALES[decimals];
        long whole = Math.abs(units / scale);
        long rest = Math.abs(units % scale);
        StringBuilder text = new StringBuilder(12);
        if (units < 0) {
            text.append('-');
        }
        text.append(whole).append('.');
        for (long place = scale / 10; place > 1 && rest < place; place /= 10) {
            text.append('0');
        }
        return text.append(rest).toString();
    }
}
