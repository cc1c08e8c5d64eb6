package org.equipoise.statistics.answer;

/// A two-sided p estimated by drawing: how many of the draws were at least as extreme as what was observed.
///
/// The observed outcome counts as one more draw, so that p is never 0 and the test keeps its level for any number of
/// draws. Source: Davison and Hinkley, "Bootstrap methods and their application" (1997), section 4.2.
public record MonteCarloP(String method, double observed, int draws, int asExtreme) {
    public MonteCarloP {
        if (draws < 1 || asExtreme < 0 || asExtreme > draws) {
            throw new IllegalArgumentException("Of at least one draw, none to all are as extreme as what was observed, "
                    + "not " + asExtreme + " of " + draws + ".");
        }
    }

    public double p() {
        return (1.0 + asExtreme) / (1.0 + draws);
    }

    /// The Monte Carlo standard error of p; another seed moves p by about this much.
    public double error() {
        return StrictMath.sqrt(p() * (1 - p()) / draws);
    }
}
