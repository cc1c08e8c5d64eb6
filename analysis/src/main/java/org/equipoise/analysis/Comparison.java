package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MonteCarloP;
import org.equipoise.statistics.answer.Reason;
import org.equipoise.statistics.missing.MultipleImputation;
import org.equipoise.statistics.missing.PartialTwoByTwo;
import org.equipoise.statistics.missing.TippingPoint;
import org.equipoise.statistics.proportion.NamedTest;
import org.equipoise.statistics.proportion.TwoProportions;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.equipoise.statistics.rerandomization.RerandomizationTest;
import org.equipoise.statistics.rerandomization.Unit;
import org.equipoise.statistics.sequence.PermutedBlocks;

/// Compares the responses of one arm with those of the reference by the method of the analysis.
///
/// @param order everyone randomised, in the order of randomisation
record Comparison(
        Analysis analysis,
        String at,
        Responses responses,
        List<Arm> arms,
        Randomization randomization,
        List<Enrolled> order) {

    /// One place in the order of randomisation.
    ///
    /// @param arm the place of the arm in the design
    record Enrolled(ParticipantId participant, int stratum, int arm) {}

    Contrast contrast(Group group, Group reference) {
        Arm arm = group.arm().orElseThrow();
        Arm against = reference.arm().orElseThrow();
        return switch (analysis.method()) {
            case MANTEL_HAENSZEL_RISK_DIFFERENCE ->
                new Contrast.Compared(
                        arm, against, responses.table(group, reference).riskDifference(alpha()));
            case MULTIPLE_IMPUTATION ->
                new Contrast.Compared(
                        arm,
                        against,
                        MultipleImputation.jeffreys(partial(group, reference))
                                .riskDifference(drawing().draws(), alpha(), completion -> stream(arm, completion)));
            case RE_RANDOMIZATION ->
                new Contrast.Redrawn(
                        arm, against, responses.table(group, reference).mantelHaenszel(), redrawn(group, reference));
            case TIPPING_POINT ->
                new Contrast.Tipped(arm, against, new TippingPoint(partial(group, reference)).grid(alpha()));
            case PEARSON -> tested(arm, against, group, reference, NamedTest.PEARSON, true);
            case FISHER -> tested(arm, against, group, reference, NamedTest.FISHER, false);
            case STRATIFIED_MEAN_DIFFERENCE, DESCRIPTION ->
                throw new IllegalStateException(analysis.method() + " is no method for responses");
        };
    }

    private Contrast tested(Arm arm, Arm against, Group group, Group reference, NamedTest test, boolean withNewcombe) {
        var table = responses.unstratified(group, reference);
        return new Contrast.Tested(
                arm,
                against,
                withNewcombe ? Optional.of(new TwoProportions(table).riskDifference(alpha())) : Optional.empty(),
                test.of(table));
    }

    /// Known and unknown responses in each stratum, whatever the analysis would count the unknown ones as.
    private List<PartialTwoByTwo> partial(Group group, Group reference) {
        List<PartialTwoByTwo> strata = new ArrayList<>();
        for (int stratum = 0; stratum < responses.strata().count(); stratum++) {
            strata.add(responses.partial(group, reference, stratum));
        }
        return strata;
    }

    private Answer<MonteCarloP> redrawn(Group group, Group reference) {
        if (group.size() == 0 || reference.size() == 0) {
            return new Answer.NotEstimable<>("re-randomisation test", Reason.EMPTY_GROUP);
        }
        List<Unit> units = order.stream()
                .map(each -> new Unit(each.stratum(), each.arm(), responses.unit(each.participant())))
                .toList();
        return new Answer.Found<>(RerandomizationTest.ofProportions(units, procedure())
                .p(drawing().draws(), stream(group.arm().orElseThrow(), 0)));
    }

    private PermutedBlocks procedure() {
        return new PermutedBlocks(arms.stream().mapToInt(Arm::share).toArray(), randomization.blockSizes());
    }

    private Analysis.Drawing drawing() {
        return analysis.drawing().orElseThrow();
    }

    private RandomStream stream(Arm arm, int draw) {
        return Seed.of(drawing().seed()).stream(
                RandomStream.key(analysis.id()), RandomStream.key(at + " " + arm.id()), draw);
    }

    /// In decimal: 1 - 0.95 is not 0.05 in binary.
    private double alpha() {
        return BigDecimal.ONE.subtract(analysis.confidence()).doubleValue();
    }
}
