package org.equipoise.statistics.monitoring;

import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Too many events: when the posterior probability that the rate exceeds a limit is greater than a cut.
///
/// Source: Thall and Simon, Biometrics 50 (1994) 337-349, for one arm with a fixed limit.
///
/// @param priorEvents the events that the prior is worth, the first shape of a beta distribution
/// @param priorOthers the units without event that it is worth, the second shape
/// @param limit the rate that must not be exceeded
/// @param cut how probable that must be for the boundary to be crossed
public record RateBoundary(double priorEvents, double priorOthers, double limit, double cut) {
    public RateBoundary {
        if (!(priorEvents > 0 && priorOthers > 0)) {
            throw new IllegalArgumentException("The shapes of a prior are greater than 0.");
        }
        if (!(limit > 0 && limit < 1 && cut > 0 && cut < 1)) {
            throw new IllegalArgumentException("Limit and cut lie between 0 and 1.");
        }
    }

    /// How probable it is that the rate exceeds the limit, after so many events among so many units.
    public double exceeds(int events, int size) {
        if (events < 0 || events > size) {
            throw new IllegalArgumentException("There are 0 to " + size + " events, not " + events + ".");
        }
        return BetaDistribution.of(priorEvents + events, priorOthers + size - events)
                .survivalProbability(limit);
    }

    /// The least number of events that crosses the boundary; absent where not even all units would.
    public OptionalInt least(int size) {
        for (int events = 0; events <= size; events++) {
            if (exceeds(events, size) > cut) {
                return OptionalInt.of(events);
            }
        }
        return OptionalInt.empty();
    }

    /// How likely the boundary is crossed at one of the looks, where this is the rate: exact, look after look over the
    /// numbers of events that have not crossed yet.
    ///
    /// @param looks how many units have accrued at each look, in ascending order
    public double crossing(double rate, int... looks) {
        double[] going = {1};
        int seen = 0;
        for (int look : looks) {
            if (look <= seen) {
                throw new IllegalArgumentException(
                        "Looks come in ascending order, not " + look + " after " + seen + ".");
            }
            going = continued(going, look - seen, rate);
            int least = least(look).orElse(look + 1);
            for (int events = least; events < going.length; events++) {
                going[events] = 0;
            }
            seen = look;
        }
        double left = 0;
        for (double probability : going) {
            left += probability;
        }
        return StrictMath.max(0, 1 - left);
    }

    /// The probabilities of each number of events after more units.
    private static double[] continued(double[] going, int more, double rate) {
        var binomial = BinomialDistribution.of(more, rate);
        double[] continued = new double[going.length + more];
        for (int before = 0; before < going.length; before++) {
            for (int now = 0; now <= more; now++) {
                continued[before + now] += going[before] * binomial.probability(now);
            }
        }
        return continued;
    }
}
