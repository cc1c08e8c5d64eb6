package org.equipoise.statistics.ode;

/// Goes from one time to another in steps as long as the tolerance allows. It belongs to one thread.
///
/// Its steps depend on the course so far and on the times at which it was asked to stop, on nothing else.
public abstract sealed class Solver permits DormandPrince, Rosenbrock {
    private static final double SAFETY = 0.9;
    private static final double LARGEST_GROWTH = 6;
    private static final double STRONGEST_SHRINKING = 0.15;
    private static final double SHORTEST = 1e-13;

    private final Tolerance tolerance;
    private final double firstStep;
    private final double[] proposed;
    private final double[] error;
    private double step;
    private long steps;
    private long rejections;

    /// @param firstStep what to try at the beginning and after each restart
    Solver(Equations equations, Tolerance tolerance, double firstStep) {
        if (equations.size() != tolerance.size()) {
            throw new IllegalArgumentException("A tolerance for " + tolerance.size() + " components does not fit "
                    + equations.size() + " equations.");
        }
        if (!(firstStep > 0) || !Double.isFinite(firstStep)) {
            throw new IllegalArgumentException("A first step is positive and finite, not " + firstStep + ".");
        }
        this.tolerance = tolerance;
        this.firstStep = firstStep;
        proposed = new double[equations.size()];
        error = new double[equations.size()];
        step = firstStep;
    }

    /// Changes the state from that at one time to that at another, which it meets exactly.
    public final void advance(double from, double until, double[] state) {
        double time = from;
        while (time < until) {
            double rest = until - time;
            boolean last = step >= rest;
            double length = last ? rest : Math.min(step, rest / 2);
            attempt(time, length, state, proposed, error);
            double excess = tolerance.excess(error, state, proposed);
            double growth = growth(excess);
            if (excess <= 1) {
                steps++;
                time = last ? until : time + length;
                System.arraycopy(proposed, 0, state, 0, state.length);
                accept();
                step = growth == LARGEST_GROWTH ? Math.max(step, growth * length) : growth * length;
            } else {
                rejections++;
                step = Math.min(growth, 1) * length;
                if (step < SHORTEST * Math.max(Math.abs(time), firstStep)) {
                    throw new ArithmeticException("No step from " + time + " on is short enough for the tolerance.");
                }
            }
        }
    }

    /// Tells that the state or the equations jumped: what earlier steps taught no longer holds.
    public void restart() {
        step = firstStep;
    }

    /// How many steps stand.
    public final long steps() {
        return steps;
    }

    /// How many steps were too long and were taken again.
    public final long rejections() {
        return rejections;
    }

    /// Proposes a state one step on, with an estimate of its error.
    abstract void attempt(double time, double length, double[] state, double[] proposed, double[] error);

    /// The last proposal stands.
    abstract void accept();

    /// By how much the step may change so that its error is just allowed, as the method's order has it.
    abstract double ratio(double excess);

    /// No number, where the proposal was none, shrinks the step.
    private double growth(double excess) {
        double wanted = SAFETY * ratio(excess);
        return wanted > STRONGEST_SHRINKING ? Math.min(wanted, LARGEST_GROWTH) : STRONGEST_SHRINKING;
    }
}
