package org.equipoise.statistics.ode;

/// A system y' = f(t, y).
public interface Equations {
    int size();

    /// Writes f(t, y) into `slope`; it keeps neither array.
    void slope(double time, double[] state, double[] slope);
}
