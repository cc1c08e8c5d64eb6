package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
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
        return switch (((Contrast.Compared) contrast).difference()) {
            case Answer.Found(Difference found) -> found;
            case Answer.NotEstimable(var _, var reason) -> throw new AssertionError(reason);
        };
    }

    private static Reason reason(Contrast contrast) {
        return switch (((Contrast.Compared) contrast).difference()) {
            case Answer.Found(Difference found) -> throw new AssertionError(found);
            case Answer.NotEstimable(var _, var why) -> why;
        };
    }

    @Test
    void each_arm_shows_its_responders_of_everyone_randomised_in_the_order_of_the_design() {
        MadeTrial trial = new MadeTrial(Repository.MADE)
                .responses("severe=no", "placebo", 9, 30)
                .responses("severe=yes", "active", 16, 29);
        AnalysisResult.ByArm result = revealed(Repository.MADE, trial);
        assertThat(result.arms())
                .extracting(arm -> arm.group().arm().orElseThrow().id(), GroupSummary::n, GroupSummary::missing)
                .containsExactly(tuple("active", 29, 0), tuple("placebo", 30, 0));
        assertThat(result.arms().getFirst().estimate().orElseThrow()).isEqualTo(16.0 / 29);
        assertThat(result.arms().getFirst().group().participants())
                .hasSize(29)
                .isSorted()
                .first()
                .hasToString("S01-0031");
    }

    @Test
    void who_cannot_be_evaluated_counts_as_a_non_responder_and_is_counted() {
        MadeTrial trial = new MadeTrial(Repository.MADE)
                .responses("severe=no", "active", 16, 29)
                .responses("severe=no", "placebo", 9, 30);
        trial.randomized("severe=no", "active");
        AnalysisResult.ByArm result = revealed(Repository.MADE, trial);
        assertThat(result.arms().getFirst())
                .isEqualTo(new GroupSummary.Responses(result.arms().getFirst().group(), 16, 30, 1));
        assertThat(result.arms().getFirst().estimate().orElseThrow()).isEqualTo(16.0 / 30);
        assertThat(difference(result.contrasts().getFirst()).estimate()).isEqualTo(7.0 / 30, within(1e-15));
    }

    @Test
    void a_blinded_view_gives_everyone_together_and_no_arm() {
        MadeTrial trial = new MadeTrial(Repository.MADE)
                .responses("severe=no", "active", 16, 29)
                .responses("severe=no", "placebo", 9, 30);
        assertThat(blinded(Repository.MADE, trial)).isInstanceOfSatisfying(AnalysisResult.Pooled.class, pooled -> {
            assertThat(pooled.everyone().group().arm()).isEmpty();
            assertThat(pooled.everyone().n()).isEqualTo(59);
            assertThat(pooled.everyone().estimate().orElseThrow()).isEqualTo(25.0 / 59);
        });
        MadeTrial exchanged = new MadeTrial(Repository.MADE)
                .responses("severe=no", "placebo", 16, 29)
                .responses("severe=no", "active", 9, 30);
        assertThat(blinded(Repository.MADE, exchanged)).isEqualTo(blinded(Repository.MADE, trial));
        assertThat(revealed(Repository.MADE, exchanged)).isNotEqualTo(revealed(Repository.MADE, trial));
    }

    @Test
    void an_arm_without_participants_has_no_estimate_and_no_contrast() {
        MadeTrial trial = new MadeTrial(Repository.MADE).responses("severe=no", "placebo", 9, 30);
        AnalysisResult.ByArm result = revealed(Repository.MADE, trial);
        assertThat(result.arms().getFirst().n()).isZero();
        assertThat(result.arms().getFirst().estimate()).isEmpty();
        assertThat(reason(result.contrasts().getFirst())).isEqualTo(Reason.EMPTY_GROUP);
    }

    @Test
    void arms_that_share_no_stratum_cannot_be_compared() {
        MadeTrial trial = new MadeTrial(Repository.MADE)
                .responses("severe=no", "placebo", 9, 30)
                .responses("severe=yes", "active", 16, 29);
        AnalysisResult.ByArm result = revealed(Repository.MADE, trial);
        assertThat(reason(result.contrasts().getFirst())).isEqualTo(Reason.NOT_COMPARABLE);
    }

    @Test
    void a_trial_without_participants_is_answered_too() {
        MadeTrial made = new MadeTrial(Repository.MADE);
        MadeTrial pressure = new MadeTrial(Repository.PRESSURE);
        assertThat(reason(revealed(Repository.MADE, made).contrasts().getFirst()))
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
        assertThat(((GroupSummary.Numbers) high).decimals()).isEqualTo(1);
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
        assertThatThrownBy(() -> Group.of(Repository.MADE.design().arms(), everyone, trial.revealed()))
                .hasMessageContaining("S01-0001 no arm of the design");
    }

    private static AnalysisResult.ByArm answer(MadeTrial trial, String analysis, String at) {
        TreatmentView view = trial.revealed();
        return Analyst.answer(Repository.MADE, trial.datasets(view), view).stream()
                .filter(result ->
                        result.analysis().id().equals(analysis) && result.at().equals(at))
                .map(AnalysisResult.ByArm.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Three of each arm: one better, one not, one not evaluable.
    private static MadeTrial six() {
        MadeTrial trial = new MadeTrial(Repository.MADE);
        for (String arm : List.of("active", "placebo")) {
            for (String better : List.of("yes", "no", "")) {
                ParticipantId id = trial.randomized("severe=no", arm);
                trial.state(id, "D1", "no", "yes", "10", "no").state(id, "W8", better, "no", "8.5", "no");
            }
        }
        return trial;
    }

    private static List<String> shares(AnalysisResult result) {
        return result.groups().stream()
                .map(GroupSummary.Responses.class::cast)
                .map(each -> each.responders() + "/" + each.n() + " missing " + each.missing())
                .toList();
    }

    @Test
    void the_missing_count_as_the_analysis_says() {
        assertThat(shares(answer(six(), "primary", "W8"))).containsExactly("1/3 missing 1", "1/3 missing 1");
        assertThat(shares(answer(six(), "left_out", "W8"))).containsExactly("1/2 missing 1", "1/2 missing 1");
        assertThat(shares(answer(six(), "all_respond", "W8"))).containsExactly("2/3 missing 1", "2/3 missing 1");
    }

    @Test
    void an_analysis_of_every_visit_has_a_result_for_each() {
        TreatmentView view = six().revealed();
        assertThat(Analyst.answer(Repository.MADE, six().datasets(view), view))
                .extracting(result -> result.analysis().id() + " " + result.at())
                .contains("primary W8", "over_time W4", "over_time W8", "level D1", "level W4", "level W8")
                .doesNotContain("primary W4");
    }

    @Test
    void a_sweep_can_ask_for_the_primary_analyses_alone() {
        TreatmentView view = six().revealed();
        assertThat(Analyst.answer(Repository.MADE, Repository.MADE.plan().primary(), six().datasets(view), view))
                .extracting(result -> result.analysis().id())
                .containsExactly("primary");
    }

    @Test
    void a_composite_intercurrent_event_makes_a_non_responder_from_its_visit_on() {
        MadeTrial trial = six();
        trial.state(new ParticipantId("S01-0001"), "W4", "yes", "no", "9", "yes");
        assertThat(shares(answer(trial, "primary", "W8"))).containsExactly("0/3 missing 1", "1/3 missing 1");
        trial.state(new ParticipantId("S01-0004"), "W4", "yes", "no", "9", "no");
        assertThat(shares(answer(trial, "over_time", "W4"))).containsExactly("0/3 missing 2", "1/3 missing 2");
    }

    @Test
    void who_is_not_in_question_counts_nowhere() {
        MadeTrial trial = six();
        ParticipantId healthy = trial.randomized("severe=no", "active");
        trial.state(healthy, "D1", "no", "no", "10", "no").state(healthy, "W8", "no", "no", "8", "no");
        assertThat(shares(answer(trial, "kidney", "W8"))).containsExactly("3/3 missing 0", "3/3 missing 0");
    }

    @Test
    void a_set_leaves_out_whom_its_rule_leaves_out() {
        MadeTrial trial = six();
        for (int dose = 1; dose <= 2; dose++) {
            trial.dosed(new ParticipantId("S01-0001"), dose).dosed(new ParticipantId("S01-0005"), dose);
        }
        assertThat(shares(answer(trial, "per_protocol", "W8"))).containsExactly("1/1 missing 0", "0/1 missing 0");
    }

    @Test
    void a_number_can_be_described_and_nothing_compared() {
        AnalysisResult.ByArm result = answer(six(), "level", "W8");
        assertThat(result.contrasts()).isEmpty();
        assertThat(((GroupSummary.Numbers) result.arms().getFirst()).sample().median())
                .hasValue(8.5);
    }
}
