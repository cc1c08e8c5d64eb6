package org.equipoise.journal.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.treatment.TreatmentView.Blinded;
import org.equipoise.journal.treatment.TreatmentView.Revealed;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;

class TreatmentViewTest {
    private static final ParticipantId ANNA = new ParticipantId("S01-0001");
    private static final ParticipantId BO = new ParticipantId("S01-0002");
    private static final ArmNamed ACTIVE = new ArmNamed(new ArmCode("q7"), "il2");
    private static final ArmNamed PLACEBO = new ArmNamed(new ArmCode("c2"), "placebo");

    @Test
    void without_a_journalled_reveal_the_view_is_blinded() {
        assertThat(TreatmentView.of(List.of())).isInstanceOf(Blinded.class);
        assertThat(TreatmentView.of(journal(new StudyLocked("locked")))).isInstanceOf(Blinded.class);
    }

    @Test
    void a_journalled_reveal_names_everyones_arm_and_who_authorised_it() {
        var reveal = reveal(
                List.of(ACTIVE, PLACEBO), new Assignment(BO, ACTIVE.code()), new Assignment(ANNA, PLACEBO.code()));
        TreatmentView view = TreatmentView.of(journal(new StudyLocked("locked"), reveal));
        assertThat(view).isInstanceOfSatisfying(Revealed.class, revealed -> {
            assertThat(revealed.arms()).containsExactly(Map.entry(ANNA, "placebo"), Map.entry(BO, "il2"));
            assertThat(revealed.authorizedBy()).isEqualTo("sponsor");
            assertThat(revealed.reason()).isEqualTo("the study is locked");
            assertThat(revealed.seq()).isEqualTo(2);
            assertThatThrownBy(() -> revealed.arms().clear()).isInstanceOf(UnsupportedOperationException.class);
        });
    }

    @Test
    void a_reveal_that_contradicts_itself_is_an_error() {
        assertError("does not name arm code c2", reveal(List.of(ACTIVE), new Assignment(ANNA, PLACEBO.code())));
        assertError("names arm code q7 twice", reveal(List.of(ACTIVE, ACTIVE)));
        assertError(
                "assigns S01-0001 twice",
                reveal(List.of(ACTIVE), new Assignment(ANNA, ACTIVE.code()), new Assignment(ANNA, ACTIVE.code())));
        assertError("event 2 reveals again what event 1 revealed", reveal(List.of()), reveal(List.of()));
    }

    @Test
    void nobody_else_can_make_a_revealed_view() {
        Constructor<?>[] constructors = Revealed.class.getDeclaredConstructors();
        assertThat(constructors).isNotEmpty();
        assertThat(Arrays.stream(constructors).allMatch(c -> Modifier.isPrivate(c.getModifiers())))
                .isTrue();
        assertThat(Modifier.isFinal(Revealed.class.getModifiers())).isTrue();
    }

    private static void assertError(String why, TrialEvent... events) {
        assertThatThrownBy(() -> TreatmentView.of(journal(events)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    private static TreatmentsRevealed reveal(List<ArmNamed> arms, Assignment... assignments) {
        return new TreatmentsRevealed("sponsor", "the study is locked", "00", arms, List.of(assignments));
    }

    private static List<JournalledEvent> journal(TrialEvent... events) {
        List<JournalledEvent> journalled = new ArrayList<>();
        for (TrialEvent event : events) {
            int seq = journalled.size() + 1;
            journalled.add(new JournalledEvent(seq, seq, new Actor("s", "statistician"), "c" + seq, 0, event));
        }
        return journalled;
    }
}
