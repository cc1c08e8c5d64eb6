package org.equipoise.statistics.proportion;

/// The likeliest pair of proportions of a two-by-two table when their difference is held fixed.
///
/// Miettinen and Nurminen (Statistics in Medicine 4 (1985) 213-226, appendix I) solve a cubic; its closed form loses
/// half the digits where two roots meet. Both proportions move together over a range of width 1 - |delta|; along it
/// the log-likelihood is concave, so its slope has at most one zero, found by Newton steps inside a shrinking bracket.
record RestrictedProportions(double first, double second) {
    static RestrictedProportions of(TwoByTwo table, double delta) {
        var range = new Range(table, delta);
        double place = range.likeliest((table.events() - table.size1() * delta) / table.total());
        return new RestrictedProportions(range.first(place), range.second(place));
    }

    /// The pairs that the difference allows, by their place from 0 to 1; written without subtracting near numbers.
    private static final class Range {
        /// Newton's step near a pole is as short as the way to the pole: the edges stay further off than the last step.
        private static final double EDGE = 1e-13;

        private static final double LAST_ERROR = 1e-16;
        private static final int MOST_STEPS = 200;

        private final TwoByTwo table;
        private final double above;
        private final double below;
        private final double width;
        /// The first derivative of the log-likelihood at the place looked at last, and the second, its sign turned.
        private double slope;
        private double bend;

        Range(TwoByTwo table, double delta) {
            this.table = table;
            above = StrictMath.max(delta, 0);
            below = StrictMath.max(-delta, 0);
            width = 1 - StrictMath.abs(delta);
        }

        double first(double place) {
            return above + width * place;
        }

        double second(double place) {
            return below + width * place;
        }

        double likeliest(double guess) {
            double low = EDGE;
            double high = 1 - EDGE;
            if (!risesFromZero() && slopeAt(low) <= 0) {
                return 0;
            }
            if (!fallsToOne() && slopeAt(high) >= 0) {
                return 1;
            }
            double place = StrictMath.clamp((guess - below) / width, 0.01, 0.99);
            for (int trial = 0; trial < MOST_STEPS; trial++) {
                if (slopeAt(place) > 0) {
                    low = place;
                } else {
                    high = place;
                }
                double step = slope / (width * bend);
                // What a Newton step leaves is about its square over the way to the nearest pole.
                if (step * step <= LAST_ERROR * StrictMath.min(place, 1 - place)) {
                    return place + step;
                }
                double newton = place + step;
                place = newton > low && newton < high ? newton : (low + high) / 2;
            }
            return place;
        }

        /// Whether an event makes the place 0 impossible: then the slope is infinite there.
        private boolean risesFromZero() {
            return (above == 0 && table.events1() > 0) || (below == 0 && table.events2() > 0);
        }

        private boolean fallsToOne() {
            return (below == 0 && table.events1() < table.size1()) || (above == 0 && table.events2() < table.size2());
        }

        private double slopeAt(double place) {
            double rest = width * (1 - place);
            slope = 0;
            bend = 0;
            add(table.events1(), first(place), 1);
            add(table.size1() - table.events1(), below + rest, -1);
            add(table.events2(), second(place), 1);
            add(table.size2() - table.events2(), above + rest, -1);
            return slope;
        }

        /// A count over its probability; where there is no count there is no term, whatever the probability.
        private void add(int count, double probability, int sign) {
            if (count > 0) {
                double inverse = 1 / probability;
                double term = count * inverse;
                slope += sign * term;
                bend += term * inverse;
            }
        }
    }
}
