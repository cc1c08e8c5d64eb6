package org.equipoise.statistics.ode;

import java.util.Arrays;

/// How large the error of one step may be: in each component at most absolute + relative · |value|.
///
/// The error of a whole integration is not this number; it is measured against a finer one.
public final class Tolerance {
    private final double[] relative;
    private final double[] absolute;

    private Tolerance(double[] relative, double[] absolute) {
        this.relative = relative;
        this.absolute = absolute;
    }

    /// One relative part for all components, one absolute part for each, in its unit.
    public static Tolerance of(double relative, double... absolute) {
        double[] same = new double[absolute.length];
        Arrays.fill(same, relative);
        return each(same, absolute);
    }

    /// Both parts for each component: what others hardly feel may err more.
    public static Tolerance each(double[] relative, double[] absolute) {
        if (relative.length != absolute.length) {
            throw new IllegalArgumentException("A tolerance has as many relative parts as absolute ones, not "
                    + relative.length + " and " + absolute.length + ".");
        }
        for (int i = 0; i < relative.length; i++) {
            require(relative[i]);
            require(absolute[i]);
        }
        return new Tolerance(relative.clone(), absolute.clone());
    }

    int size() {
        return absolute.length;
    }

    /// The largest of the errors, each as a multiple of what it may be; not a number where a value is none.
    double excess(double[] error, double[] before, double[] after) {
        double worst = 0;
        for (int i = 0; i < absolute.length; i++) {
            double allowed = absolute[i] + relative[i] * Math.max(Math.abs(before[i]), Math.abs(after[i]));
            worst = Math.max(worst, Math.abs(error[i]) / allowed);
        }
        return worst;
    }

    private static void require(double part) {
        if (!(part > 0) || !Double.isFinite(part)) {
            throw new IllegalArgumentException("A tolerance is positive and finite, not " + part + ".");
        }
    }
}
