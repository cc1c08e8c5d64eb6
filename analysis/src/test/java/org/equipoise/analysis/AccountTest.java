package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static Account blinded(MadeTrial trial) {
        TreatmentView view = new TreatmentView.Blinded();
        return Account.of(Repository.LUPUS, trial.datasets(view), view);
    }

    private static Account revealed(MadeTrial trial) {
        return Account.of(Repository.LUPUS, trial.datasets(trial.revealed()), trial.revealed());
    }

    private static MadeTrial trial() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS)
                .failed("I6", "E6")
                .failed("I6")
                .undecided()
                .withdrawn();
        ParticipantId first = trial.randomized("nephritis=yes", "il2");
        ParticipantId second = trial.randomized("nephritis=no", "placebo");
        ParticipantId third = trial.randomized("nephritis=no", "placebo");
        trial.randomized("nephritis=no", "il2");
        trial.completed(first).completed(second).discontinued(third);
        trial.dosed(first, 1).dosed(first, 2).doseMissed(second, 1).dosed(second, 2);
        return trial;
    }

    @Test
    void everyone_who_gave_consent_is_counted_once_on_the_way_to_randomisation() {
        Flow flow = blinded(trial()).flow();
        assertThat(flow.consented()).isEqualTo(8);
        assertThat(flow.screeningFailed()).isEqualTo(2);
        assertThat(flow.undecided()).isEqualTo(2);
        assertThat(flow.randomized()).isEqualTo(4);
        assertThat(flow.criteriaNotMet())
                .extracting(notMet -> notMet.criterion().id(), Flow.NotMet::participants)
                .containsExactly(tuple("I6", 2), tuple("E6", 1));
    }

    @Test
    void how_participation_ended_is_told_for_everyone_or_after_the_reveal_by_arm() {
        assertThat(blinded(trial()).flow().groups())
                .extracting(
                        Flow.GroupFlow::completed,
                        Flow.GroupFlow::discontinued,
                        Flow.GroupFlow::withdrawn,
                        Flow.GroupFlow::ongoing)
                .containsExactly(tuple(2, 1, 0, 1));
        assertThat(revealed(trial()).flow().groups())
                .extracting(
                        each -> each.group().arm().orElseThrow().id(),
                        Flow.GroupFlow::completed,
                        Flow.GroupFlow::discontinued,
                        Flow.GroupFlow::ongoing)
                .containsExactly(tuple("il2", 1, 0, 1), tuple("placebo", 1, 1, 0));
    }

    @Test
    void strata_are_counted_in_the_order_of_the_protocol() {
        assertThat(blinded(trial()).baseline().strata()).containsExactly("nephritis=yes", "nephritis=no");
        assertThat(blinded(trial()).baseline().groups().getFirst().participants())
                .containsExactly(1, 3);
        assertThat(revealed(trial()).baseline().groups())
                .extracting(Baseline.GroupStrata::participants)
                .containsExactly(List.of(1, 1), List.of(0, 2));
    }

    @Test
    void doses_are_counted_against_the_whole_regimen() {
        assertThat(blinded(trial()).dosing().groups())
                .extracting(
                        Dosing.GroupDosing::treated,
                        Dosing.GroupDosing::due,
                        Dosing.GroupDosing::given,
                        Dosing.GroupDosing::missed,
                        Dosing.GroupDosing::unrecorded)
                .containsExactly(tuple(2, 84, 3, 1, 80));
        assertThat(revealed(trial()).dosing().groups())
                .extracting(Dosing.GroupDosing::treated, Dosing.GroupDosing::given, Dosing.GroupDosing::missed)
                .containsExactly(tuple(1, 2, 0), tuple(1, 1, 1));
    }

    @Test
    void only_a_blinded_account_tells_no_arm_apart() {
        assertThat(blinded(trial()).isPooled()).isTrue();
        assertThat(revealed(trial()).isPooled()).isFalse();
        assertThat(blinded(trial())).isEqualTo(blinded(trial()));
    }
}
