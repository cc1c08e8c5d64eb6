package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.journal.event.AllocationEvent.ArmNamed;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What comes out of the room: at the reveal, and to nature in a rehearsal.
final class RevealSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;

    private RevealSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(reveal(), early(), doors(), rehearsal(), live());
    }

    private record Revealed(List<ParticipantId> arrived, Secrets secrets, TreatmentsRevealed event) {
        static Revealed of(Trial trial) {
            List<ParticipantId> arrived =
                    trial.arrivals().stream().map(Trial.Arrival::participant).toList();
            return new Revealed(arrived, trial.secrets(), trial.revealed());
        }

        List<ArmCode> codes() {
            return event.assignments().stream().map(Assignment::code).toList();
        }
    }

    private static Spec<?> reveal() {
        return spec("The reveal lists participants by their identifier, never by arm")
                .given("both studies conducted, people arriving in no order", RevealSpecs::conducted)
                .when(
                        "treatments are revealed",
                        trials -> trials.stream().map(Revealed::of).toList())
                .then(
                        "everybody who was allocated is there once, in the order of identifiers",
                        all -> assertThat(all)
                                .allSatisfy(revealed -> assertThat(revealed.event.assignments())
                                        .extracting(Assignment::participant)
                                        .isEqualTo(revealed.arrived.stream()
                                                .sorted()
                                                .toList())
                                        .isNotEqualTo(revealed.arrived)))
                .then(
                        "that is not the order of the arms",
                        all -> assertThat(all)
                                .allSatisfy(revealed -> assertThat(revealed.codes())
                                        .isNotEqualTo(revealed.codes().stream()
                                                .sorted()
                                                .toList())))
                .then(
                        "arms are named in the order of their codes",
                        all -> assertThat(all)
                                .allSatisfy(revealed -> assertThat(revealed.event.arms())
                                        .extracting(ArmNamed::code)
                                        .isEqualTo(List.copyOf(
                                                revealed.secrets.arms().arms().keySet()))))
                .then(
                        "who authorised it and why stands with it",
                        all -> assertThat(all)
                                .allMatch(revealed ->
                                        revealed.event.authorizedBy().equals("someone")
                                                && revealed.event.reason().equals("analysis")));
    }

    private static List<Trial> conducted() {
        return Studies.BOTH.stream().map(Trial::conducted).toList();
    }

    private static Spec<?> early() {
        return spec("Who was not allocated is not in the reveal")
                .given("a vault that was asked about Ada only", () -> {
                    Vault vault = new Vault(STUDY, Trial.secrets(STUDY, 1), Trial.real());
                    vault.allocate(Trial.participant(1), "diabetes=no");
                    return vault;
                })
                .when(
                        "treatments are revealed",
                        vault -> vault.reveal(Trial.warrant()).treatments())
                .then(
                        "Ada is the only one",
                        revealed -> assertThat(revealed.assignments())
                                .extracting(Assignment::participant)
                                .containsExactly(Trial.participant(1)));
    }

    private static Spec<?> doors() {
        return spec("The vault has no other door")
                .given("the vault's type", () -> Vault.class)
                .when(
                        "its public methods are counted",
                        type -> Stream.of(type.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .map(Method::getName)
                                .toList())
                .then(
                        "they are the desk's, of which one reveals, and nature's",
                        names -> assertThat(names)
                                .containsExactlyInAnyOrder(
                                        "procedure",
                                        "commitment",
                                        "allocate",
                                        "dispense",
                                        "dispense",
                                        "replace",
                                        "label",
                                        "sets",
                                        "ship",
                                        "seal",
                                        "reveal",
                                        "nature",
                                        "root",
                                        "grewFrom",
                                        "codeBreak",
                                        "forget"));
    }

    private static Spec<?> rehearsal() {
        return spec("Nature answers in a rehearsal, with the arm code")
                .given("a study conducted", () -> Trial.conducted(STUDY))
                .when(
                        "nature is asked for with a first event that opens a rehearsal of the study",
                        trial -> trial.vault()
                                .nature(Trial.opening(STUDY, Mode.REHEARSAL))
                                .substance(trial.kits().getFirst().kit()))
                .then(
                        "it names a code and not a treatment",
                        code -> assertThat(Trial.secrets(STUDY, 1).arms().arms().keySet())
                                .contains(code));
    }

    private static Spec<?> live() {
        return spec("Nature does not answer in a live trial")
                .given("a study conducted", () -> Trial.conducted(STUDY).vault())
                .when(
                        "nature is asked for with a first event that opens the study live, with a second event, with a"
                                + " first event that does not open a study, and with that of another study",
                        vault -> Stream.of(
                                        Trial.opening(STUDY, Mode.LIVE),
                                        numbered(2, Trial.opening(STUDY, Mode.REHEARSAL)),
                                        numbered(0, Trial.opening(STUDY, Mode.REHEARSAL)),
                                        locked(Trial.opening(STUDY, Mode.REHEARSAL)),
                                        Trial.opening(Studies.TWO_ARMS, Mode.REHEARSAL))
                                .map(first -> catchThrowable(() -> vault.nature(first)))
                                .toList())
                .then(
                        "each time it is refused",
                        refusals -> assertThat(refusals)
                                .hasSize(5)
                                .allSatisfy(refusal -> assertThat(refusal)
                                        .isInstanceOf(IllegalStateException.class)
                                        .hasMessage(
                                                "the vault tells arm codes only where the journal's first event opens"
                                                        + " a rehearsal of its study")));
    }

    private static JournalledEvent numbered(long seq, JournalledEvent event) {
        return new JournalledEvent(seq, event.at(), event.actor(), event.command(), event.protocol(), event.event());
    }

    private static JournalledEvent locked(JournalledEvent event) {
        return new JournalledEvent(
                1, event.at(), event.actor(), event.command(), event.protocol(), new StudyLocked("done"));
    }
}
