package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.Standing;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.archive.ArchiveReader;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole trial from opening to reveal, through every room.
class WholeTrialTest {

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void everybody_planned_is_randomized_and_nobody_is_left_behind(String name) {
        Stage stage = TestStudies.stage(name, 1, 1);
        Stage.Set set = stage.ordinary((role, command, outcome) -> {});
        set.trial().conduct();

        TrialState state = set.trial().state();
        assertThat(state.randomized())
                .isEqualTo(stage.study().design().randomization().participants());
        assertThat(state.participants()).allMatch(Participant.Ended.class::isInstance);
        assertThat(state.isLocked()).isTrue();
        assertThat(TreatmentView.of(set.journal().events())).isInstanceOf(TreatmentView.Blinded.class);
        set.trial().reveal();
        assertThat(TreatmentView.of(set.journal().events())).isInstanceOf(TreatmentView.Revealed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void virtual_staff_are_refused_as_people_would_be(String name) {
        List<Refusal> refusals = new ArrayList<>();
        Stage.Set set = TestStudies.stage(name, 1, 1).ordinary((role, command, outcome) -> {
            if (outcome instanceof Outcome.Refused(var refusal)) {
                refusals.add(refusal);
            }
        });
        set.trial().conduct();

        assertThat(refusals).anyMatch(Refusal.ItemsNotAccepted.class::isInstance);
        assertThat(refusals).anyMatch(Refusal.EligibilityUnknown.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void two_verifiers_that_share_no_code_agree_on_the_archive(String name) throws IOException {
        Stage stage = TestStudies.stage(name, 1, 1);
        Stage.Set set = stage.ordinary((role, command, outcome) -> {});
        set.trial().conduct();
        set.trial().reveal();
        byte[] archive = stage.archive(set.journal());
        byte[] key = stage.signingKey().publicKey();

        assertThat(ArchiveReader.read(new ByteArrayInputStream(archive), key))
                .isInstanceOfSatisfying(
                        Reading.Verified.class,
                        verified -> assertThat(verified.archive().journal().root())
                                .isEqualTo(set.journal().root()));
        assertThat(ArchiveVerifier.verify(archive, key))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        verified -> assertThat(verified.root())
                                .isEqualTo(set.journal().root().hex()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void replaying_the_journal_gives_the_state_it_was_written_from(String name) {
        Stage.Set set = TestStudies.stage(name, 1, 1).ordinary((role, command, outcome) -> {});
        set.trial().conduct();

        TrialState replayed = new TrialState();
        set.journal().events().forEach(replayed::after);

        assertThat(List.copyOf(replayed.participants()))
                .isEqualTo(List.copyOf(set.trial().state().participants()));
    }

    @Test
    void who_leaves_early_may_come_once_more_and_nobody_else_does() {
        Stage.Set set = TestStudies.stage("il2-lupus", 1, 1).ordinary((role, command, outcome) -> {});
        set.trial().conduct();

        List<Participant> onceMore = set.trial().state().participants().stream()
                .filter(participant -> participant.book().visit("ET").isPresent())
                .toList();

        assertThat(onceMore).isNotEmpty().allSatisfy(participant -> {
            assertThat(participant.standing()).isEqualTo(Standing.DISCONTINUED);
            assertThat(participant.book().page("ET", "activity")).isNotNull();
            assertThat(participant.book().visit("W24")).isEmpty();
        });
    }
}
