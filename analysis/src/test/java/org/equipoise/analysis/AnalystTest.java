package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.Difference;
import org.equipoise.statistics.answer.Reason;
import org.junit.jupiter.api.Test;

class AnalystTest {
    private static AnalysisResult.ByArm revealed(Study study, MadeTrial trial) {
        TreatmentView view = trial.revealed();
        return (AnalysisResult.ByArm)
                Analyst.answer(study, trial.datasets(view), view).getFirst();
    }

    private static AnalysisResult blinded(Study study, MadeTrial trial) {
        TreatmentView view = new TreatmentView.Blinded();
        return Analyst.answer(study, trial.datasets(view), view).getFirst();
    }

    private static Difference difference(Contrast contrast) {
        return switch (contrast.difference()) {
            case Answer.Found(Difference found) -> found;
            case Answer.NotEstimable(var _, var reason) -> throw new AssertionError(reason);
        };
    }

    private static Reason reason(Contrast contrast) {
        return switch (contrast.difference()) {
            case Answer.Found(Difference found) -> throw new AssertionError(found);
            case Answer.NotEstimable(var _, var why) -> why;
        };
    }

    @Test
    void each_arm_shows_its_responders_of_everyone_randomised_in_the_order_of_the_design() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS)
                .responses("nephritis=no", "placebo", 9, 30)
                .responses("nephritis=yes", "il2", 16, 29);
        AnalysisResult.ByArm result = revealed(Repository.LUPUS, trial);
        assertThat(result.arms())
                .extracting(arm -> arm.group().arm().orElseThrow().id(), GroupSummary::n, GroupSummary::missing)
                .containsExactly(tuple("il2", 29, 0), tuple("placebo", 30, 0));
        assertThat(result.arms().getFirst().estimate().orElseThrow()).isEqualTo(16.0 / 29);
        assertThat(result.arms().getFirst().group().participants())
                .hasSize(29)
                .isSorted()
                .first()
                .hasToString("S01-0031");
    }

    @Test
    void who_cannot_be_evaluated_counts_as_a_non_responder_and_is_counted() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS)
                .responses("nephritis=no", "il2", 16, 29)
                .responses("nephritis=no", "placebo", 9, 30);
        trial.randomized("nephritis=no", "il2");
        AnalysisResult.ByArm result = revealed(Repository.LUPUS, trial);
        assertThat(result.arms().getFirst())
                .isEqualTo(new GroupSummary.Responses(result.arms().getFirst().group(), 16, 1));
        assertThat(result.arms().getFirst().estimate().orElseThrow()).isEqualTo(16.0 / 30);
        assertThat(difference(result.contrasts().getFirst()).estimate()).isEqualTo(7.0 / 30, within(1e-15));
    }

    @Test
    void a_blinded_view_gives_everyone_together_and_no_arm() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS)
                .responses("nephritis=no", "il2", 16, 29)
                .responses("nephritis=no", "placebo", 9, 30);
        assertThat(blinded(Repository.LUPUS, trial)).isInstanceOfSatisfying(AnalysisResult.Pooled.class, pooled -> {
            assertThat(pooled.everyone().group().arm()).isEmpty();
            assertThat(pooled.everyone().n()).isEqualTo(59);
            assertThat(pooled.everyone().estimate().orElseThrow()).isEqualTo(25.0 / 59);
        });
        MadeTrial exchanged = new MadeTrial(Repository.LUPUS)
                .responses("nephritis=no", "placebo", 16, 29)
                .responses("nephritis=no", "il2", 9, 30);
        assertThat(blinded(Repository.LUPUS, exchanged)).isEqualTo(blinded(Repository.LUPUS, trial));
        assertThat(revealed(Repository.LUPUS, exchanged)).isNotEqualTo(revealed(Repository.LUPUS, trial));
    }

    @Test
    void an_arm_without_participants_has_no_estimate_and_no_contrast() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS).responses("nephritis=no", "placebo", 9, 30);
        AnalysisResult.ByArm result = revealed(Repository.LUPUS, trial);
        assertThat(result.arms().getFirst().n()).isZero();
        assertThat(result.arms().getFirst().estimate()).isEmpty();
        assertThat(reason(result.contrasts().getFirst())).isEqualTo(Reason.EMPTY_GROUP);
    }

    @Test
    void arms_that_share_no_stratum_cannot_be_compared() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS)
                .responses("nephritis=no", "placebo", 9, 30)
                .responses("nephritis=yes", "il2", 16, 29);
        AnalysisResult.ByArm result = revealed(Repository.LUPUS, trial);
        assertThat(reason(result.contrasts().getFirst())).isEqualTo(Reason.NOT_COMPARABLE);
    }

    @Test
    void a_trial_without_participants_is_answered_too() {
        MadeTrial lupus = new MadeTrial(Repository.LUPUS);
        MadeTrial pressure = new MadeTrial(Repository.PRESSURE);
        assertThat(reason(revealed(Repository.LUPUS, lupus).contrasts().getFirst()))
                .isEqualTo(Reason.EMPTY_GROUP);
        assertThat(revealed(Repository.PRESSURE, pressure).contrasts())
                .hasSize(2)
                .allSatisfy(contrast -> assertThat(reason(contrast)).isEqualTo(Reason.EMPTY_GROUP));
        assertThat(((AnalysisResult.Pooled) blinded(Repository.PRESSURE, pressure))
                        .everyone()
                        .estimate())
                .isEmpty();
    }

    @Test
    void means_are_over_those_whose_change_is_known_and_the_others_are_counted() {
        MadeTrial trial = new MadeTrial(Repository.PRESSURE)
                .change("diabetes=no", "high", "-20")
                .change("diabetes=no", "high", "-10.5")
                .change("diabetes=no", "placebo", "2");
        trial.randomized("diabetes=no", "high");
        AnalysisResult.ByArm result = revealed(Repository.PRESSURE, trial);
        GroupSummary high = result.arms().getFirst();
        assertThat(high.n()).isEqualTo(2);
        assertThat(high.missing()).isEqualTo(1);
        assertThat(high.estimate().orElseThrow()).isEqualTo(-15.25);
        assertThat(((GroupSummary.Changes) high).decimals()).isEqualTo(1);
        assertThat(result.arms().get(1).estimate()).isEmpty();
        AnalysisResult.Pooled pooled = (AnalysisResult.Pooled) blinded(Repository.PRESSURE, trial);
        assertThat(pooled.everyone().n()).isEqualTo(3);
        assertThat(pooled.everyone().missing()).isEqualTo(1);
        assertThat(pooled.everyone().estimate().orElseThrow()).isEqualTo(-9.5);
    }

    @Test
    void a_reveal_of_an_arm_that_the_design_does_not_have_is_an_error() {
        MadeTrial trial = new MadeTrial(Repository.PRESSURE);
        trial.randomized("diabetes=no", "high");
        Group everyone = Group.everyone(trial.datasets(trial.revealed()).participants());
        assertThatThrownBy(() -> Group.of(Repository.LUPUS.design().arms(), everyone, trial.revealed()))
                .hasMessageContaining("S01-0001 no arm of the design");
    }
}
