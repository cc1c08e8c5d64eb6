package org.equipoise.statistics.ode;

/// A linearly implicit method of order 4(3), L-stable and stiffly accurate: for systems of very unequal rates.
///
/// Source: method RODAS of Hairer and Wanner, "Solving ordinary differential equations II", 2nd edition (1996), section
/// IV.10, with all the digits printed there. Each of six stages solves a linear system with one and the same matrix.
public final class Rosenbrock extends Solver {
    private static final double GAMMA = 0.25;
    private static final double[][] A = {
        {},
        {1.544},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950}
    };
    private static final double[][] C = {
        {},
        {-5.6688},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}
    };

    private final StiffEquations equations;
    private final double[][] jacobian;
    private final LinearSystem system;
    private final double[][] k;
    private boolean fresh;

    public Rosenbrock(StiffEquations equations, Tolerance tolerance, double firstStep) {
        super(equations, tolerance, firstStep);
        this.equations = equations;
        int size = equations.size();
        jacobian = new double[size][size];
        system = new LinearSystem(size);
        k = new double[C.length][size];
    }

    @Override
    public void restart() {
        super.restart();
        fresh = false;
    }

    @Override
    void attempt(double time, double h, double[] y, double[] proposed, double[] error) {
        if (!fresh) {
            equations.jacobian(y, jacobian);
            fresh = true;
        }
        system.decompose(1 / (GAMMA * h), jacobian);
        for (int stage = 0; stage < C.length; stage++) {
            place(stage, y, proposed);
            equations.slope(time, proposed, k[stage]);
            for (int i = 0; i < y.length; i++) {
                double sum = 0;
                for (int earlier = 0; earlier < stage; earlier++) {
                    sum += C[stage][earlier] * k[earlier][i];
                }
                k[stage][i] += sum / h;
            }
            system.solve(k[stage]);
        }
        for (int i = 0; i < y.length; i++) {
            error[i] = k[5][i];
            proposed[i] += error[i];
        }
    }

    /// Where a stage looks: the last one at the embedded solution, which the one before it already found.
    private void place(int stage, double[] y, double[] inner) {
        double[] weights = A[Math.min(stage, A.length - 1)];
        for (int i = 0; i < y.length; i++) {
            double sum = y[i];
            for (int earlier = 0; earlier < weights.length; earlier++) {
                sum += weights[earlier] * k[earlier][i];
            }
            inner[i] = stage < A.length ? sum : sum + k[stage - 1][i];
        }
    }

    @Override
    void accept() {
        fresh = false;
    }

    @Override
    double ratio(double excess) {
        return 1 / Math.sqrt(Math.sqrt(excess));
    }
}
