package org.equipoise.statistics.summary;

/// What lies between the values of a sample: packages differ, so a table says which it used.
///
/// The numbers are those of Hyndman and Fan, The American Statistician 50 (1996) 361-365.
public enum QuantileType {
    /// The default of SAS: a value of the sample, or the middle of two.
    AVERAGED_STEPS(2, "quantiles of type 2 (steps, averaged)"),
    /// The default of SPSS and Minitab.
    OF_N_PLUS_1(6, "quantiles of type 6 (linear in n + 1)"),
    /// The default of R, NumPy and Excel.
    OF_N_MINUS_1(7, "quantiles of type 7 (linear in n - 1)");

    private static final double ROUNDING = 4 * 0x1.0p-52;

    private final int number;
    private final String method;

    QuantileType(int number, String method) {
        this.number = number;
        this.method = method;
    }

    public int number() {
        return number;
    }

    /// The type in a footnote's words.
    public String method() {
        return method;
    }

    /// Between which values of a sorted sample, counted from 0, a quantile lies: whole values, or a share between.
    double place(int size, double p) {
        return switch (this) {
            case AVERAGED_STEPS -> step(size * p) - 1;
            case OF_N_PLUS_1 -> (size + 1) * p - 1;
            case OF_N_MINUS_1 -> (size - 1) * p;
        };
    }

    /// On a step the middle of two values, otherwise the value above; 0.1 * 30 is meant to be a step.
    private static double step(double place) {
        double nearest = StrictMath.rint(place);
        return StrictMath.abs(place - nearest) <= ROUNDING * StrictMath.max(1, place)
                ? nearest + 0.5
                : StrictMath.ceil(place);
    }
}
