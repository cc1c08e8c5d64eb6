package org.equipoise.statistics.proportion;

/// The likeliest pair of proportions of a two-by-two table when their difference is held fixed.
///
/// Miettinen and Nurminen (Statistics in Medicine 4 (1985) 213-226, appendix I) solve a cubic; its closed form loses
/// half the digits where two roots meet. Both proportions move together over a range of width 1 - |delta|; along it
/// the log-likelihood is concave, so its slope has at most one zero, found by Newton steps inside a shrinking bracket.
record RestrictedProportions(double first, double second) {
    /// Newton's step near a pole is as short as the way to the pole: the edges stay further off than the last step.
    private static final double EDGE = 1e-13;

    private static final double LAST_STEP = 1e-15;
    private static final int MOST_STEPS = 200;

    static RestrictedProportions of(TwoByTwo table, double delta) {
        var range = new Range(table, StrictMath.max(delta, 0), StrictMath.max(-delta, 0), 1 - StrictMath.abs(delta));
        double place = range.likeliest((table.events() - table.size1() * delta) / table.total());
        return new RestrictedProportions(range.first(place), range.second(place));
    }

    /// The pairs that the difference allows, by their place from 0 to 1; written without subtracting near numbers.
    private record Range(TwoByTwo table, double above, double below, double width) {
        double first(double place) {
            return above + width * place;
        }

        double second(double place) {
            return below + width * place;
        }

        double likeliest(double guess) {
            double low = EDGE;
            double high = 1 - EDGE;
            if (slope(low) <= 0) {
                return 0;
            }
            if (slope(high) >= 0) {
                return 1;
            }
            double place = StrictMath.clamp((guess - below) / width, 0.01, 0.99);
            for (int step = 0; step < MOST_STEPS; step++) {
                double slope = slope(place);
                if (slope > 0) {
                    low = place;
                } else {
                    high = place;
                }
                double newton = place + slope / (width * bend(place));
                double next = newton > low && newton < high ? newton : (low + high) / 2;
                if (StrictMath.abs(next - place) <= LAST_STEP) {
                    return next;
                }
                place = next;
            }
            return place;
        }

        /// The first derivative of the log-likelihood.
        private double slope(double place) {
            double rest = width * (1 - place);
            return over(table.events1(), first(place))
                    - over(table.size1() - table.events1(), below + rest)
                    + over(table.events2(), second(place))
                    - over(table.size2() - table.events2(), above + rest);
        }

        /// The second derivative, its sign turned.
        private double bend(double place) {
            double rest = width * (1 - place);
            return overSquare(table.events1(), first(place))
                    + overSquare(table.size1() - table.events1(), below + rest)
                    + overSquare(table.events2(), second(place))
                    + overSquare(table.size2() - table.events2(), above + rest);
        }

        /// A count over a probability; where there is no count there is no term, whatever the probability.
        private static double over(int count, double probability) {
            return count == 0 ? 0 : count / probability;
        }

        private static double overSquare(int count, double probability) {
            return over(count, probability * probability);
        }
    }
}
