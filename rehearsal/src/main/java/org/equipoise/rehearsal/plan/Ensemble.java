package org.equipoise.rehearsal.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.statistics.random.RandomStream;

/// Parameters drawn anew for every trial around their values: many sets fit what is known, and a result should not hang
/// on one of them.
public final class Ensemble {
    /// Standard normal draws are cut here, so that every value that can be drawn could be tried beforehand.
    static final double FURTHEST = 3;

    private Ensemble() {}

    /// The factor of each parameter in one trial, by inversion from one normal draw each, in the order of the names.
    public static Map<String, Double> factors(Map<String, Double> spreads, RandomStream stream) {
        Map<String, Double> factors = new HashMap<>();
        new TreeMap<>(spreads)
                .forEach((name, spread) ->
                        factors.put(name, drawn(1, spread, Math.max(-FURTHEST, Math.min(stream.normal(), FURTHEST)))));
        return factors;
    }

    static double drawn(double value, double spread, double z) {
        return value * StrictMath.exp(spread * z);
    }
}
