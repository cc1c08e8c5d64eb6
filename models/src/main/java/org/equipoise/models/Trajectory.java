package org.equipoise.models;

import static org.equipoise.models.Il2Equations.ACTIVITY;
import static org.equipoise.models.Il2Equations.DEPOT;
import static org.equipoise.models.Il2Equations.PLASMA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.statistics.ode.DormandPrince;
import org.equipoise.statistics.ode.Solver;
import org.equipoise.statistics.ode.Tolerance;

/// One person's states under the doses given so far, at the beginning of every whole day.
///
/// Until the first drug the course is known in closed form. From then on it is integrated, anew at each dose and with
/// a stop at each whole day: so a day's state depends on the doses before it, not on when somebody looked. When the
/// depot is empty for all practical purposes, depot and plasma are set to nothing, and the steps may grow.
final class Trajectory implements Course {
    private static final double FIRST_STEP = 0.01;
    private static final double PRACTICALLY_NOTHING = 1e-6;

    private final Constitution own;
    private final Il2Equations equations;
    private final Solver solver;
    private final List<double[]> mornings = new ArrayList<>();
    private final double[] state;
    private double time;
    private boolean touched;

    Trajectory(Constitution own, boolean blood) {
        this.own = own;
        equations = new Il2Equations(own, blood);
        solver = new DormandPrince(equations, tolerance(equations.size()), FIRST_STEP);
        state = equations.untouched(1);
        mornings.add(state.clone());
    }

    /// The disease feels the drug through T alone, and T feels errors of the drug a hundred times less than its own:
    /// with these, X errs by less than 1e-6 of itself (measured: docs/reference/model-checks.md).
    static Tolerance tolerance(int size) {
        double[] relative = new double[size];
        double[] absolute = new double[size];
        Arrays.fill(relative, 1e-7);
        Arrays.fill(absolute, 1e-7);
        relative[DEPOT] = 1e-4;
        absolute[DEPOT] = 1e-2;
        relative[PLASMA] = 1e-4;
        absolute[PLASMA] = 1e-6;
        relative[Il2Equations.COMPETENCE] = 1e-4;
        absolute[Il2Equations.COMPETENCE] = 1e-4;
        relative[Il2Equations.TREG] = 5e-9;
        absolute[Il2Equations.TREG] = 5e-9;
        return Tolerance.each(relative, absolute);
    }

    Constitution own() {
        return own;
    }

    /// A dose acts from its own moment on.
    void dose(double day, double amount) {
        if (amount > 0) {
            advance(day);
            state[DEPOT] += amount;
            touched = true;
            solver.restart();
        }
    }

    @Override
    public double on(int day) {
        return state(day)[ACTIVITY];
    }

    /// All states at the beginning of a whole day.
    double[] state(int day) {
        if (day >= mornings.size()) {
            advance(day);
        }
        return mornings.get(day);
    }

    private void advance(double until) {
        while (time < until) {
            double midnight = Math.floor(time) + 1;
            double end = Math.min(until, midnight);
            if (touched) {
                solver.advance(time, end, state);
                emptyIfPracticallyEmpty();
            } else {
                state[ACTIVITY] = own.target + (1 - own.target) * StrictMath.exp(-own.activityRate * end);
            }
            time = end;
            if (end == midnight) {
                mornings.add(state.clone());
            }
        }
    }

    private void emptyIfPracticallyEmpty() {
        if (state[DEPOT] != 0 && own.inflow * state[DEPOT] < PRACTICALLY_NOTHING * own.tregHalf * own.elimination) {
            state[DEPOT] = 0;
            state[PLASMA] = 0;
            solver.restart();
        }
    }
}
