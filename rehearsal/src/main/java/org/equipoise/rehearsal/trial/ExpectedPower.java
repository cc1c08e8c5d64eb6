package org.equipoise.rehearsal.trial;

import java.util.stream.Stream;
import org.equipoise.rehearsal.plan.Prior;
import org.equipoise.statistics.performance.Assurance;
import org.equipoise.statistics.performance.Figure;
import org.equipoise.statistics.proportion.RejectionRegion;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.random.RandomStream;

/// Assurance: the power of the Cochran–Mantel–Haenszel test, exact for one stratum, averaged over what is believed of
/// the truth.
public final class ExpectedPower {
    private static final int DRAWS = 20_000;

    private ExpectedPower() {}

    /// The power averaged over draws from the prior, with its Monte Carlo error.
    ///
    /// @param arm and `reference`: the sizes of the two arms
    public static Figure of(Prior prior, int arm, int reference, double alpha, RandomStream stream) {
        return of(prior, arm, reference, alpha, stream, DRAWS);
    }

    static Figure of(Prior prior, int arm, int reference, double alpha, RandomStream stream, int draws) {
        RejectionRegion region = RejectionRegion.of(
                arm, reference, table -> StratifiedTwoByTwo.of(table).rejects(alpha));
        return Assurance.over(
                Stream.generate(() -> drawn(prior, stream)).limit(draws).toList(),
                truth -> region.power(truth.arm(), truth.reference()));
    }

    private record Truth(double arm, double reference) {}

    private static Truth drawn(Prior prior, RandomStream stream) {
        double reference = stream.beta(prior.referenceResponses(), prior.referenceNonResponses());
        double arm = reference + stream.normal(prior.difference(), prior.standardError());
        return new Truth(Math.max(0, Math.min(arm, 1)), reference);
    }
}
