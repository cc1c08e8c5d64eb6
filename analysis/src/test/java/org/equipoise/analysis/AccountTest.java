package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static Account blinded(MadeTrial trial) {
        TreatmentView view = new TreatmentView.Blinded();
        return Account.of(Repository.MADE, trial.datasets(view), view);
    }

    private static Account revealed(MadeTrial trial) {
        return Account.of(Repository.MADE, trial.datasets(trial.revealed()), trial.revealed());
    }

    private static MadeTrial trial() {
        MadeTrial trial = new MadeTrial(Repository.MADE)
                .failed("I1", "E1")
                .failed("I1")
                .undecided()
                .withdrawn();
        ParticipantId first = trial.randomized("severe=yes", "active");
        ParticipantId second = trial.randomized("severe=no", "placebo");
        ParticipantId third = trial.randomized("severe=no", "placebo");
        trial.randomized("severe=no", "active");
        trial.completed(first).completed(second).discontinued(third);
        trial.dosed(first, 1).dosed(first, 2).doseMissed(second, 1).dosed(second, 2);
        return trial;
    }

    @Test
    void everyone_who_gave_consent_is_counted_once_on_the_way_to_randomisation() {
        Flow flow = blinded(trial()).flow();
        assertThat(flow.consented()).hasSize(8);
        assertThat(flow.screeningFailed()).hasSize(2);
        assertThat(flow.undecided()).hasSize(2);
        assertThat(flow.randomized()).hasSize(4);
        assertThat(flow.criteriaNotMet())
                .extracting(
                        notMet -> notMet.criterion().id(),
                        notMet -> notMet.participants().size())
                .containsExactly(tuple("I1", 2), tuple("E1", 1));
    }

    @Test
    void how_participation_ended_is_told_for_everyone_or_after_the_reveal_by_arm() {
        assertThat(blinded(trial()).flow().groups())
                .extracting(
                        each -> each.completed().size(),
                        each -> each.discontinued().size(),
                        each -> each.withdrawn().size(),
                        each -> each.ongoing().size())
                .containsExactly(tuple(2, 1, 0, 1));
        assertThat(revealed(trial()).flow().groups())
                .extracting(
                        each -> each.group().arm().orElseThrow().id(),
                        each -> each.completed().size(),
                        each -> each.discontinued().size(),
                        each -> each.ongoing().size())
                .containsExactly(tuple("active", 1, 0, 1), tuple("placebo", 1, 1, 0));
    }

    @Test
    void strata_are_counted_in_the_order_of_the_protocol() {
        assertThat(strata(blinded(trial()))).containsExactly("severe=yes [1]", "severe=no [3]");
        assertThat(strata(revealed(trial()))).containsExactly("severe=yes [1, 0]", "severe=no [1, 2]");
    }

    private static List<String> strata(Account account) {
        return account.baseline().lines().stream()
                .filter(Baseline.Line.Stratum.class::isInstance)
                .map(Baseline.Line.Stratum.class::cast)
                .map(line -> line.stratum() + " " + line.participants())
                .toList();
    }

    @Test
    void baseline_counts_and_measures_those_for_whom_a_value_is_known() {
        MadeTrial trial = new MadeTrial(Repository.MADE);
        ParticipantId one = trial.randomized("severe=no", "active");
        ParticipantId two = trial.randomized("severe=no", "placebo");
        ParticipantId three = trial.randomized("severe=no", "placebo");
        trial.entry(one, "40", "no", "female").entry(two, "30.5", "no", "male").entry(three, "", "no", "female");
        trial.state(one, "D1", "no", "yes", "7", "no").state(two, "W4", "no", "yes", "9", "no");
        List<String> lines = revealed(trial).baseline().lines().stream()
                .flatMap(line -> switch (line) {
                    case Baseline.Line.Stratum _ -> Stream.<String>empty();
                    case Baseline.Line.Coded(var row, var code, var _, var shares) ->
                        Stream.of(row.item() + " " + code + " "
                                + shares.stream()
                                        .map(share -> share.having() + "/" + share.known())
                                        .toList());
                    case Baseline.Line.Measured(var row, var _, var measures) ->
                        Stream.of(row.item() + " "
                                + measures.stream()
                                        .map(Baseline.Measure::values)
                                        .toList());
                })
                .toList();
        assertThat(lines)
                .containsExactly(
                        "entry.age [[40], [30.5]]",
                        "entry.sex female [1/1, 1/2]",
                        "entry.sex male [0/1, 1/2]",
                        "state.kidney yes [1/1, 0/0]",
                        "state.level [[7], []]");
    }

    @Test
    void who_is_in_a_set_is_counted_and_why_others_are_not() {
        List<Membership.Line> lines = revealed(trial()).membership().lines();
        assertThat(lines)
                .extracting(line -> line.set().id(), Membership.Line::members)
                .containsExactly(
                        tuple("randomized", List.of(2, 2)),
                        tuple("treated", List.of(1, 1)),
                        tuple("per-protocol", List.of(1, 0)));
        assertThat(lines.get(2).reasons())
                .isEqualTo(Map.of(
                        "no dose given; share of doses 0.0000 below 0.50", 2, "share of doses 0.2500 below 0.50", 1));
    }

    @Test
    void intercurrent_events_are_counted_where_the_record_tells_them() {
        MadeTrial trial = trial();
        trial.state(new ParticipantId("S01-0005"), "W4", "yes", "no", "9", "yes");
        assertThat(revealed(trial).intercurrentEvents().lines())
                .extracting(line -> line.event().id(), IntercurrentEvents.Line::participants)
                .containsExactly(
                        tuple("rescue", Optional.of(List.of(1, 0))),
                        tuple("left", Optional.of(List.of(0, 1))),
                        tuple("few-doses", Optional.of(List.of(1, 2))),
                        tuple("death", Optional.empty()));
    }

    @Test
    void those_who_left_are_counted_with_their_reasons() {
        assertThat(revealed(trial()).flow().groups())
                .extracting(
                        each -> each.treated().size(),
                        each -> each.endings().stream()
                                .map(ending -> ending.how() + ", " + ending.reason() + ", "
                                        + ending.participants().size())
                                .toList())
                .containsExactly(
                        tuple(1, List.of("completed, , 1")),
                        tuple(1, List.of("completed, , 1", "discontinued, lost-to-follow-up, 1")));
    }

    @Test
    void doses_are_counted_against_the_whole_regimen() {
        assertThat(blinded(trial()).dosing().groups())
                .extracting(
                        each -> each.treated().size(),
                        Dosing.GroupDosing::due,
                        Dosing.GroupDosing::given,
                        Dosing.GroupDosing::missed,
                        Dosing.GroupDosing::unrecorded)
                .containsExactly(tuple(2, 16, 3, 1, 12));
        assertThat(revealed(trial()).dosing().groups())
                .extracting(each -> each.treated().size(), Dosing.GroupDosing::given, Dosing.GroupDosing::missed)
                .containsExactly(tuple(1, 2, 0), tuple(1, 1, 1));
    }

    @Test
    void only_a_blinded_account_tells_no_arm_apart() {
        assertThat(blinded(trial()).isPooled()).isTrue();
        assertThat(revealed(trial()).isPooled()).isFalse();
        assertThat(blinded(trial())).isEqualTo(blinded(trial()));
    }
}
