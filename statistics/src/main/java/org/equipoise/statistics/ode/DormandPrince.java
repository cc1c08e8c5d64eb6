package org.equipoise.statistics.ode;

/// The explicit Runge-Kutta pair of order 5(4): for systems that are smooth and not very stiff.
///
/// Source: Dormand and Prince, "A family of embedded Runge-Kutta formulae", J. Comput. Appl. Math. 6 (1980) 19-26. The
/// last stage of a step is the first of the next. Each attempt names the stages anew: read again from the object after
/// every slope they would cost a seventh more time.
public final class DormandPrince extends Solver {
    private final Equations equations;
    private final double[] inner;
    private double[] k1;
    private final double[] k2;
    private final double[] k3;
    private final double[] k4;
    private final double[] k5;
    private final double[] k6;
    private double[] k7;
    private boolean fresh;

    public DormandPrince(Equations equations, Tolerance tolerance, double firstStep) {
        super(equations, tolerance, firstStep);
        this.equations = equations;
        int size = equations.size();
        inner = new double[size];
        k1 = new double[size];
        k2 = new double[size];
        k3 = new double[size];
        k4 = new double[size];
        k5 = new double[size];
        k6 = new double[size];
        k7 = new double[size];
    }

    @Override
    public void restart() {
        super.restart();
        fresh = false;
    }

    @Override
    void attempt(double time, double h, double[] y, double[] proposed, double[] error) {
        int size = y.length;
        double[] inner = this.inner;
        double[] k1 = this.k1;
        double[] k2 = this.k2;
        double[] k3 = this.k3;
        double[] k4 = this.k4;
        double[] k5 = this.k5;
        double[] k6 = this.k6;
        double[] k7 = this.k7;
        if (!fresh) {
            equations.slope(time, y, k1);
            fresh = true;
        }
        for (int i = 0; i < size; i++) {
            inner[i] = y[i] + h * (1.0 / 5) * k1[i];
        }
        equations.slope(time + h / 5, inner, k2);
        for (int i = 0; i < size; i++) {
            inner[i] = y[i] + h * (3.0 / 40 * k1[i] + 9.0 / 40 * k2[i]);
        }
        equations.slope(time + h * 3 / 10, inner, k3);
        for (int i = 0; i < size; i++) {
            inner[i] = y[i] + h * (44.0 / 45 * k1[i] - 56.0 / 15 * k2[i] + 32.0 / 9 * k3[i]);
        }
        equations.slope(time + h * 4 / 5, inner, k4);
        for (int i = 0; i < size; i++) {
            inner[i] = y[i]
                    + h
                            * (19372.0 / 6561 * k1[i]
                                    - 25360.0 / 2187 * k2[i]
                                    + 64448.0 / 6561 * k3[i]
                                    - 212.0 / 729 * k4[i]);
        }
        equations.slope(time + h * 8 / 9, inner, k5);
        for (int i = 0; i < size; i++) {
            inner[i] = y[i]
                    + h
                            * (9017.0 / 3168 * k1[i]
                                    - 355.0 / 33 * k2[i]
                                    + 46732.0 / 5247 * k3[i]
                                    + 49.0 / 176 * k4[i]
                                    - 5103.0 / 18656 * k5[i]);
        }
        equations.slope(time + h, inner, k6);
        for (int i = 0; i < size; i++) {
            proposed[i] = y[i]
                    + h
                            * (35.0 / 384 * k1[i]
                                    + 500.0 / 1113 * k3[i]
                                    + 125.0 / 192 * k4[i]
                                    - 2187.0 / 6784 * k5[i]
                                    + 11.0 / 84 * k6[i]);
        }
        equations.slope(time + h, proposed, k7);
        for (int i = 0; i < size; i++) {
            error[i] = h
                    * (71.0 / 57600 * k1[i]
                            - 71.0 / 16695 * k3[i]
                            + 71.0 / 1920 * k4[i]
                            - 17253.0 / 339200 * k5[i]
                            + 22.0 / 525 * k6[i]
                            - 1.0 / 40 * k7[i]);
        }
    }

    @Override
    void accept() {
        double[] first = k7;
        k7 = k1;
        k1 = first;
    }

    /// The power -3/16 in place of -1/5: square roots are exact everywhere, powers are not.
    @Override
    double ratio(double excess) {
        double eighth = Math.sqrt(Math.sqrt(Math.sqrt(excess)));
        return 1 / (eighth * Math.sqrt(eighth));
    }
}
