package org.equipoise.analysis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.equipoise.statistics.answer.Interval;
import org.equipoise.statistics.summary.Rounding;
import org.equipoise.statistics.summary.Sample;

/// Numbers as tables print them: halves go away from zero, a true minus sign, no minus before a zero.
final class Print {
    static final String NONE = "–";
    private static final BigDecimal SMALLEST_P = new BigDecimal("0.0001");
    private static final BigDecimal LARGEST_P = new BigDecimal("0.9999");

    private Print() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `16 (55.2%)`, the share rounded from the exact fraction.
    static String share(int part, int whole) {
        return whole == 0 ? count(part) : count(part) + " (" + percent(part, whole) + "%)";
    }

    /// `16/29 (55.2%)`.
    static String ofAll(int part, int whole) {
        return count(part) + "/" + count(whole) + (whole == 0 ? "" : " (" + percent(part, whole) + "%)");
    }

    /// `31.6 (9.25)`: one decimal more than was recorded, and two.
    static String meanAndDeviation(Sample sample, int decimals) {
        return sample.size() == 0
                ? NONE
                : decimal(sample.mean(), decimals + 1) + " (" + decimal(sample.standardDeviation(), decimals + 2) + ")";
    }

    /// `12 (8 to 27)`.
    static String medianAndRange(Sample sample, int decimals) {
        if (sample.size() == 0) {
            return NONE;
        }
        double median = sample.median().orElseThrow();
        String middle = decimal(median, decimals);
        return (Rounding.halfAwayFromZero(median, decimals).compareTo(BigDecimal.valueOf(median)) == 0
                        ? middle
                        : decimal(median, decimals + 1))
                + " (" + decimal(sample.minimum(), decimals) + " to " + decimal(sample.maximum(), decimals) + ")";
    }

    /// UCUM's codes as people write units.
    static String unit(String code) {
        return switch (code) {
            case "mm[Hg]" -> "mmHg";
            case "a" -> "years";
            case "mo" -> "months";
            case "Cel" -> "°C";
            case "%" -> "%";
            case "10*9/L" -> "×10⁹/L";
            case "umol/L" -> "µmol/L";
            default ->
                code.replace("{", "").replace("}", "").replace("[IU]", "IU").replace("/d", "/day");
        };
    }

    /// A share of one as a percentage.
    static String share(double share) {
        return points(share) + "%";
    }

    static String percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String decimal(double value, int decimals) {
        return signed(Rounding.halfAwayFromZero(value, decimals));
    }

    static String decimal(OptionalDouble value, int decimals) {
        return value.isPresent() ? decimal(value.getAsDouble(), decimals) : NONE;
    }

    /// A proportion as percentage points.
    static String points(double proportion) {
        return signed(Rounding.halfAwayFromZero(BigDecimal.valueOf(proportion).movePointRight(2), 1));
    }

    static String pointsInterval(Interval interval) {
        return points(interval.lower()) + " to " + points(interval.upper());
    }

    static String interval(Interval interval, int decimals) {
        return decimal(interval.lower(), decimals) + " to " + decimal(interval.upper(), decimals);
    }

    static String p(double p) {
        BigDecimal exact = BigDecimal.valueOf(p);
        if (exact.compareTo(SMALLEST_P) < 0) {
            return "<" + SMALLEST_P;
        }
        return exact.compareTo(LARGEST_P) > 0
                ? ">" + LARGEST_P
                : Rounding.halfAwayFromZero(exact, 4).toPlainString();
    }

    /// `95%` of 0.95.
    static String confidence(BigDecimal confidence) {
        return confidence.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String signed(BigDecimal rounded) {
        return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
    }
}
