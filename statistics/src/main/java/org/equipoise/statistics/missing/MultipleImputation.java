package org.equipoise.statistics.missing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.PointEstimate;
import org.equipoise.statistics.answer.PooledDifference;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.random.RandomStream;

/// What is the risk difference, if unknown responses are like the known ones of the same stratum and group?
///
/// Each completion first draws the proportion of events from its posterior, then every unknown response by it, so that
/// imputations carry what is not known of the proportion too. Source: Rubin (1987), example 4.1.
///
/// @param priorEvents the prior's events, a shape of a beta distribution, in every stratum and group
/// @param priorOthers the prior's other units, its other shape
public record MultipleImputation(List<PartialTwoByTwo> strata, double priorEvents, double priorOthers) {
    public MultipleImputation {
        strata = List.copyOf(strata);
        if (!(priorEvents > 0 && priorOthers > 0)) {
            throw new IllegalArgumentException("The shapes of a prior are greater than 0.");
        }
    }

    /// With Jeffreys' prior, Beta(1/2, 1/2): where few responses are known, it counts as one unit.
    public static MultipleImputation jeffreys(List<PartialTwoByTwo> strata) {
        return new MultipleImputation(strata, 0.5, 0.5);
    }

    /// One completion, from a stream of its own.
    public StratifiedTwoByTwo completed(RandomStream stream) {
        return new StratifiedTwoByTwo(strata.stream()
                .map(partial -> {
                    var known = partial.known();
                    int events1 = draw(known.events1(), known.size1(), partial.unknown1(), stream);
                    int events2 = draw(known.events2(), known.size2(), partial.unknown2(), stream);
                    return partial.filled(events1, events2);
                })
                .toList());
    }

    /// The Mantel-Haenszel risk difference with Sato's standard error, pooled over completions.
    ///
    /// @param streams the stream of each completion, counted from 0
    public Answer<PooledDifference> riskDifference(int completions, double alpha, IntFunction<RandomStream> streams) {
        var estimates = new ArrayList<PointEstimate>();
        for (int completion = 0; completion < completions; completion++) {
            switch (completed(streams.apply(completion)).mantelHaenszel()) {
                case Answer.Found<PointEstimate>(PointEstimate found) -> estimates.add(found);
                case Answer.NotEstimable<PointEstimate>(String method, Reason reason) -> {
                    return new Answer.NotEstimable<>(method, reason);
                }
            }
        }
        return new RubinsRules(estimates).pooled(alpha);
    }

    private int draw(int events, int size, int unknown, RandomStream stream) {
        if (unknown == 0) {
            return 0;
        }
        double proportion = stream.beta(priorEvents + events, priorOthers + size - events);
        int drawn = 0;
        for (int unit = 0; unit < unknown; unit++) {
            drawn += stream.bernoulli(proportion) ? 1 : 0;
        }
        return drawn;
    }
}
