package org.equipoise.language.value;

import java.math.BigDecimal;
import java.util.Optional;

/// Decimal numbers as people write them on a form: a sign, digits, a point. No exponent, no leading zeros, no
/// separators, so that
/// the text a person entered and the number it stands for are one and the same.
public final class Decimals {
    private static final int LONGEST = 30;

    private Decimals() {}

    public static Optional<BigDecimal> read(String text) {
        return wellFormed(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, at most thirty characters; written as a loop because every entered value passes
    /// here.
    private static boolean wellFormed(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int whole = digits(text, at);
        if (length > LONGEST || whole == 0 || (whole > 1 && text.charAt(at) == '0')) {
            return false;
        }
        at += whole;
        if (at == length) {
            return true;
        }
        int fraction = text.charAt(at) == '.' ? digits(text, at + 1) : 0;
        return fraction > 0 && at + 1 + fraction == length;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
