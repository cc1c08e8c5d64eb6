package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.DistantVault;
import org.equipoise.allocation.vault.EmergencyUnblinding.Outcome;
import org.equipoise.allocation.vault.EmergencyUnblinding.Request;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.allocation.vault.VaultDoor;
import org.equipoise.allocation.vault.VaultEntry.Authorized;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// A vault that runs elsewhere.
final class DoorSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final ParticipantId ADA = Trial.participant(1);
    private static final Instant AT = Instant.parse("2026-03-02T03:40:00Z");
    private static final String REASON = "Anaphylaxis; the antidote depends on the drug";
    private static final Citation PLACE = new Citation(7, 1);

    private DoorSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(same(), ownWord(), rehearsal(), nonsense());
    }

    private static Vault vault() {
        return new Vault(STUDY, Trial.secrets(STUDY, 1), Trial.real());
    }

    private static VaultDoor door(boolean rehearsal) {
        return new VaultDoor(vault(), (_, proof) -> proof.equals("492817"), rehearsal);
    }

    private static DistantVault distant(VaultDoor door) {
        return new DistantVault(question -> door.answer(question, AT));
    }

    /// Everything that conduct asks, in an order in which it may.
    private static List<Object> asked(AllocationDesk desk) {
        List<Object> answers = new ArrayList<>(List.of(desk.procedure(), desk.commitment()));
        VaultRoot root = desk.root();
        answers.add(desk.allocate(ADA, "diabetes=no"));
        answers.add(desk.dispense(ADA, STUDY.design().dispensing().getFirst().id()));
        answers.add(desk.grewFrom(root));
        answers.add(desk.grewFrom(new VaultRoot(root.entries() + 1, root.root())));
        answers.add(desk.codeBreak(1));
        if (desk instanceof DistantVault far) {
            authorized().forEach(word -> far.authorize(word, "492817"));
        }
        answers.add(desk.reveal(Trial.bringing(new SealedItem(ADA, PLACE, desk.seal(ADA, PLACE, "8,25 \"µ\"\n")))));
        answers.add(desk.root());
        answers.add(catchThrowable(() -> desk.reveal(Trial.warrant(Trial.LOCK))).getMessage());
        answers.add(catchThrowable(() -> desk.allocate(ADA, "diabetes=yes")).getMessage());
        return answers;
    }

    private static Spec<?> same() {
        return spec("A vault that runs elsewhere answers as one in the house")
                .given(
                        "two vaults with the same secrets, one of them behind a door",
                        () -> new Both(vault(), distant(door(false))))
                .when(
                        "both are asked all that conduct asks, and a code is broken",
                        both -> List.of(
                                asked(both.near),
                                asked(both.far),
                                both.far.breakCode(new Request(ADA, "Dr Night", "492817", REASON)),
                                both.far.codeBreak(1),
                                both.far.breakCode(new Request(ADA, "Dr Night", "1", REASON)),
                                forgotten(both.far)))
                .then(
                        "every answer is the same, the refusals included",
                        all -> assertThat(all.get(1)).isEqualTo(all.get(0)))
                .then("the code break is told, and is there for the journal to take over", all -> {
                    assertThat(all.get(2))
                            .isInstanceOfSatisfying(
                                    Outcome.Told.class,
                                    told -> assertThat(told.at()).isEqualTo(AT));
                    assertThat(all.get(3)).isEqualTo(Optional.of(new CodeBreak(ADA, "Dr Night", REASON, AT)));
                })
                .then(
                        "without the second factor it is not",
                        all -> assertThat(all.get(4)).isInstanceOf(Outcome.Refused.class))
                .then(
                        "why is there until the participant is forgotten",
                        all -> assertThat(all.get(5)).isEqualTo(Optional.of(new CodeBreak(ADA, "Dr Night", "", AT))));
    }

    private static Optional<CodeBreak> forgotten(DistantVault far) {
        far.forget(ADA);
        return far.codeBreak(1);
    }

    private record Both(Vault near, DistantVault far) {}

    /// What statistician and sponsor say by the good warrant.
    private static List<Authorized> authorized() {
        Digest lock = EventCodec.leaf(Trial.LOCK);
        return List.of(
                new Authorized("Ines", "STATISTICIAN", lock, Trial.PLAN, Trial.PLAN),
                new Authorized("Otto", "SPONSOR", lock, Trial.PLAN, Trial.PLAN));
    }

    private static Spec<?> ownWord() {
        return spec("A vault that runs elsewhere opens to the word of two people, not to what a program says of them")
                .given("a vault with one participant, behind a door", () -> {
                    DistantVault far = distant(door(false));
                    far.allocate(ADA, "diabetes=no");
                    return far;
                })
                .when(
                        "a good warrant is brought, while nobody, one of the two, one of them by another plan, and both"
                                + " have given their own word",
                        far -> {
                            Authorized ines = authorized().getFirst();
                            Authorized otto = authorized().getLast();
                            List<String> answers = new ArrayList<>();
                            answers.add(refusal(far));
                            far.authorize(ines, "492817");
                            answers.add(catchThrowable(() -> far.authorize(otto, "000000"))
                                    .getMessage());
                            answers.add(refusal(far));
                            far.authorize(
                                    new Authorized("Otto", "SPONSOR", otto.lock(), otto.review(), otto.lock()),
                                    "492817");
                            answers.add(refusal(far));
                            answers.add(catchThrowable(() -> far.authorize(
                                            new Authorized("Max", "MONITOR", otto.lock(), otto.review(), otto.plan()),
                                            "492817"))
                                    .getMessage());
                            far.authorize(otto, "492817");
                            answers.add(refusal(far));
                            return answers;
                        })
                .then(
                        "it is refused until both have, and says whose word is missing",
                        answers -> assertThat(answers)
                                .containsExactly(
                                        missing("Ines", "statistician"),
                                        "the second factor does not confirm that this is Otto",
                                        missing("Otto", "sponsor"),
                                        missing("Otto", "sponsor"),
                                        "the role MONITOR does not authorise a reveal",
                                        "opened"));
    }

    private static String missing(String who, String role) {
        return "the vault reveals nothing: " + who + " has not authorised just that here, as " + role
                + ". It takes their own word: equipoise authorize-reveal";
    }

    private static String refusal(DistantVault far) {
        Throwable refused = catchThrowable(() -> far.reveal(Trial.warrant()));
        return refused == null ? "opened" : refused.getMessage();
    }

    private static Spec<?> rehearsal() {
        return spec("A vault that was not made for a rehearsal tells no arm code")
                .given(
                        "two doors, one of a rehearsal's vault",
                        () -> List.of(distant(door(true)), distant(door(false))))
                .when(
                        "each is asked what is in a kit that it dispensed",
                        doors -> doors.stream()
                                .map(far -> {
                                    far.allocate(ADA, "diabetes=no");
                                    var kit = far.dispense(
                                            ADA,
                                            STUDY.design()
                                                    .dispensing()
                                                    .getFirst()
                                                    .id());
                                    Throwable refusal = catchThrowable(() -> far.substance(kit));
                                    return refusal == null
                                            ? far.substance(kit).text()
                                            : String.valueOf(refusal.getMessage());
                                })
                                .toList())
                .then(
                        "the rehearsal's names a code",
                        said -> assertThat(Trial.secrets(STUDY, 1).arms().arms().keySet())
                                .extracting(code -> code.text())
                                .contains(said.getFirst()))
                .then(
                        "the other refuses",
                        said -> assertThat(said.getLast())
                                .isEqualTo("the vault tells arm codes only where it was made for a rehearsal"));
    }

    private static Spec<?> nonsense() {
        return spec("What the door does not understand it refuses, and goes on")
                .given("a door", () -> door(false))
                .when(
                        "it is handed what is no question, a verb that is none, and one with words missing",
                        door -> Stream.of(
                                        "",
                                        "{",
                                        "[]",
                                        "[\"LIST\"]",
                                        "[\"ALLOCATE\"]",
                                        "[\"REVEAL\",\"a\",\"b\",\"c\",\"9\"]",
                                        "[\"ROOT\"]")
                                .map(text -> new String(
                                        door.answer(text.getBytes(StandardCharsets.UTF_8), AT), StandardCharsets.UTF_8))
                                .toList())
                .then(
                        "each is refused",
                        said -> assertThat(said.subList(0, 6)).allMatch(each -> each.startsWith("[\"no\"")))
                .then(
                        "and a question is answered",
                        said -> assertThat(said.getLast()).startsWith("[\"yes\",\"1\""));
    }
}
