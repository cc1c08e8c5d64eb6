package org.equipoise.analysis.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A straight axis: from numbers to places on the page, with ticks at round numbers.
record Scale(double low, double high, double from, double to, List<BigDecimal> ticks) {
    private static final int[] ROUND = {1, 2, 5};
    private static final int MOST_TICKS = 7;

    /// An axis that starts and ends at round numbers and holds both ends.
    static Scale around(double low, double high, double from, double to) {
        double top = high > low ? high : low + 1;
        BigDecimal step = step(top - low);
        BigDecimal first = floor(low, step);
        List<BigDecimal> ticks = new ArrayList<>();
        BigDecimal tick = first;
        ticks.add(tick);
        while (tick.doubleValue() < top) {
            tick = tick.add(step);
            ticks.add(tick);
        }
        return new Scale(first.doubleValue(), tick.doubleValue(), from, to, ticks);
    }

    /// The shortest round step that needs few ticks.
    private static BigDecimal step(double width) {
        BigDecimal power = new BigDecimal("0.0001");
        while (true) {
            for (int round : ROUND) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(round));
                if (width / step.doubleValue() <= MOST_TICKS) {
                    return step;
                }
            }
            power = power.multiply(BigDecimal.TEN);
        }
    }

    private static BigDecimal floor(double value, BigDecimal step) {
        long steps = (long) Math.floor(value / step.doubleValue());
        return step.multiply(BigDecimal.valueOf(steps));
    }

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    static String words(BigDecimal tick) {
        String plain = tick.signum() == 0 ? "0" : tick.stripTrailingZeros().toPlainString();
        return plain.startsWith("-") ? "−" + plain.substring(1) : plain;
    }
}
