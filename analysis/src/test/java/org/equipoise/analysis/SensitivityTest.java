package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.missing.MultipleImputation;
import org.equipoise.statistics.missing.PartialTwoByTwo;
import org.equipoise.statistics.missing.TippingGrid;
import org.equipoise.statistics.missing.TippingPoint;
import org.equipoise.statistics.proportion.NamedTest;
import org.equipoise.statistics.proportion.TwoByTwo;
import org.equipoise.statistics.proportion.TwoProportions;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;

/// That an analysis asks statistics the right question; that the answers are right is shown there.
class SensitivityTest {
    private static final double ALPHA = 0.05;

    /// 6/8 with 2 missing against 2/8 with 1 missing in one stratum, 1/3 against 1/2 in the other.
    private static final MadeTrial TRIAL = trial();

    private static MadeTrial trial() {
        MadeTrial trial = new MadeTrial(Repository.MADE)
                .responses("severe=yes", "active", 6, 8)
                .responses("severe=yes", "placebo", 2, 8)
                .responses("severe=no", "active", 1, 3)
                .responses("severe=no", "placebo", 1, 2);
        for (String arm : List.of("active", "placebo", "active")) {
            ParticipantId lost = trial.randomized("severe=yes", arm);
            trial.state(lost, "D1", "no", "no", "10", "no");
        }
        return trial;
    }

    private static final List<PartialTwoByTwo> PARTIAL = List.of(
            new PartialTwoByTwo(new TwoByTwo(6, 8, 2, 8), 2, 1), new PartialTwoByTwo(new TwoByTwo(1, 3, 1, 2), 0, 0));

    private static Contrast contrast(String analysis) {
        TreatmentView view = TRIAL.revealed();
        return Analyst.answer(Repository.MADE, TRIAL.datasets(view), view).stream()
                .filter(result -> result.analysis().id().equals(analysis))
                .map(AnalysisResult.ByArm.class::cast)
                .map(result -> result.contrasts().getFirst())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_way_in_which_the_missing_could_have_fallen_is_tried_in_their_own_strata() {
        Answer<TippingGrid> grid = ((Contrast.Tipped) contrast("tipping")).grid();
        assertThat(grid).isEqualTo(new TippingPoint(PARTIAL).grid(ALPHA));
        assertThat(((Answer.Found<TippingGrid>) grid).value().cells()).hasSize(3 * 2);
    }

    @Test
    void the_missing_are_imputed_in_their_own_strata_from_the_seed_of_the_plan() {
        assertThat(((Contrast.Compared) contrast("imputed")).difference())
                .isEqualTo(MultipleImputation.jeffreys(PARTIAL)
                        .riskDifference(
                                50,
                                ALPHA,
                                completion -> Seed.of(7).stream(
                                        RandomStream.key("imputed"), RandomStream.key("W8 active"), completion)));
    }

    @Test
    void tests_by_name_ignore_the_strata_and_count_the_missing_as_the_analysis_says() {
        TwoByTwo table = new TwoByTwo(7, 13, 3, 11);
        assertThat(contrast("fisher"))
                .isEqualTo(new Contrast.Tested(
                        Repository.MADE.design().arms().getFirst(),
                        Repository.MADE.design().arms().getLast(),
                        Optional.empty(),
                        NamedTest.FISHER.of(table)));
        Contrast.Tested pearson = (Contrast.Tested) contrast("pearson");
        assertThat(pearson.test()).isEqualTo(NamedTest.PEARSON.of(table));
        assertThat(pearson.estimate()).contains(new TwoProportions(table).riskDifference(ALPHA));
    }

    @Test
    void sequences_are_drawn_again_by_the_procedure_of_the_design() {
        Contrast.Redrawn redrawn = (Contrast.Redrawn) contrast("redrawn");
        assertThat(redrawn.test())
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.value())
                                .hasToString(((Answer.Found<?>) redrawn.test())
                                        .value()
                                        .toString())
                                .extracting("draws", "method")
                                .containsExactly(
                                        2000,
                                        "re-randomisation test of the Cochran-Mantel-Haenszel statistic, permuted blocks, ratio 1:1, "
                                                + "block sizes [4] in each stratum"));
        assertThat(redrawn).isEqualTo(contrast("redrawn"));
        Contrast.Compared primary = (Contrast.Compared) contrast("primary");
        assertThat(p(redrawn)).isBetween(primaryP(primary) / 3, primaryP(primary) * 3);
    }

    private static double p(Contrast.Redrawn redrawn) {
        return ((Answer.Found<org.equipoise.statistics.answer.MonteCarloP>) redrawn.test())
                .value()
                .p();
    }

    private static double primaryP(Contrast.Compared compared) {
        return switch (compared.difference()) {
            case Answer.Found(var found) -> found.p();
            case Answer.NotEstimable<?> none -> throw new AssertionError(none);
        };
    }
}
