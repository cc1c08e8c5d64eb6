package org.equipoise.statistics.answer;

/// The error rate that a two-sided test and its interval share.
///
/// Questions take alpha, not the confidence 1 - alpha: 1 - 0.95 exceeds 0.05 in binary, and p is compared with alpha.
public final class TwoSided {
    private TwoSided() {}

    /// The rate itself, refused unless it lies between 0 and 1.
    public static double alpha(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("Alpha lies between 0 and 1, not at " + alpha + ".");
        }
        return alpha;
    }
}
