package org.equipoise.statistics.proportion;

import java.util.function.DoubleUnaryOperator;

/// Where rejection ends between a rejected and an accepted difference.
///
/// Whether the two ends are rejected has been decided elsewhere; here the limit is sought strictly between them, so no
/// rounding can carry it past an end. Source: Chandrupatla, Advances in Engineering Software 28 (1997) 145-149: inverse
/// quadratic interpolation where three points promise it, bisection elsewhere.
final class Limit {
    private static final double NARROW = 1e-15;

    private final DoubleUnaryOperator excess;
    /// The latest end of the bracket, the end across the limit, and the point that was left last; what exceeds there.
    private double here;
    private double across;
    private double left;
    private double atHere;
    private double atAcross;
    private double atLeft;

    private Limit(DoubleUnaryOperator excess, double rejected, double accepted) {
        this.excess = excess;
        across = rejected;
        atAcross = StrictMath.max(excess.applyAsDouble(rejected), Double.MIN_NORMAL);
        here = accepted;
        atHere = StrictMath.min(excess.applyAsDouble(accepted), -Double.MIN_NORMAL);
        left = across;
        atLeft = atAcross;
    }

    static double between(double rejected, double accepted, DoubleUnaryOperator excess) {
        return StrictMath.abs(accepted - rejected) <= NARROW
                ? (rejected + accepted) / 2
                : new Limit(excess, rejected, accepted).search();
    }

    private double search() {
        double share = 0.5;
        while (StrictMath.abs(here - across) > NARROW) {
            step(here + share * (across - here));
            double least = StrictMath.min(0.5, NARROW / 2 / StrictMath.abs(here - across));
            share = StrictMath.clamp(interpolates() ? interpolation() : 0.5, least, 1 - least);
        }
        return (here + across) / 2;
    }

    private void step(double next) {
        double atNext = excess.applyAsDouble(next);
        if (atNext > 0 == atHere > 0) {
            left = here;
            atLeft = atHere;
        } else {
            left = across;
            atLeft = atAcross;
            across = here;
            atAcross = atHere;
        }
        here = next;
        atHere = atNext;
    }

    /// Whether the inverse quadratic through the three points runs one way between the ends.
    private boolean interpolates() {
        double place = (here - across) / (left - across);
        double height = (atHere - atAcross) / (atLeft - atAcross);
        return height * height < place && (1 - height) * (1 - height) < 1 - place;
    }

    private double interpolation() {
        return atHere / (atAcross - atHere) * (atLeft / (atAcross - atLeft))
                + (left - here) / (across - here) * (atHere / (atLeft - atHere)) * (atAcross / (atLeft - atAcross));
    }
}
