package org.equipoise.statistics.ode;

/// A system y' = f(y) that does not name the time, with its derivatives: what an implicit method needs.
public interface StiffEquations extends Equations {
    /// Writes the derivative of slope `i` by state `j` into `jacobian[i][j]`: every entry, zeros too.
    void jacobian(double[] state, double[][] jacobian);
}
