package org.equipoise.exchange.usdm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations of ISO 8601 as whole days. Hours that are not whole days, months and years are none: their length is not
/// a number of days.
final class Days {
    private static final Pattern WHOLE = Pattern.compile("P(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:0+M)?)?");

    private Days() {}

    static Optional<Integer> days(String duration) {
        Matcher days = WHOLE.matcher(duration);
        if (!days.matches() || duration.length() < 3) {
            return Optional.empty();
        }
        int hours = number(days.group(3));
        return hours % 24 == 0
                ? Optional.of(7 * number(days.group(1)) + number(days.group(2)) + hours / 24)
                : Optional.empty();
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > 5 ? 0 : Integer.parseInt(digits);
    }
}
