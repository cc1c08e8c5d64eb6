package org.equipoise.statistics.performance;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The power to be expected where the truth is not known but believed: the mean of power over draws from a prior.
///
/// Source: O'Hagan, Stevens and Campbell, Pharmaceutical Statistics 4 (2005) 187-201.
public final class Assurance {
    private Assurance() {}

    /// The mean power, with its Monte Carlo error.
    ///
    /// @param draws truths drawn from what is believed
    /// @param power how likely the design rejects, were this the truth; a rejection rate of repetitions will do
    public static <T> Figure over(List<T> draws, ToDoubleFunction<T> power) {
        if (draws.size() < 2) {
            throw new IllegalArgumentException("An error needs at least two draws, not " + draws.size() + ".");
        }
        var powers = new Moments();
        draws.forEach(draw -> powers.add(power.applyAsDouble(draw)));
        return new Figure(powers.mean(), powers.standardError());
    }
}
