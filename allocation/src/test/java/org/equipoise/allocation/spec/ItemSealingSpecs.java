package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.List;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.IdealSealing;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// Values that could tell the arm, hidden until the reveal.
final class ItemSealingSpecs {
    private static final Study STUDY = Studies.TWO_ARMS;
    private static final ParticipantId ADA = Trial.participant(1);
    private static final ParticipantId BEN = Trial.participant(2);
    private static final List<String> VALUES = List.of("0", "8.25", "<0.15", "severe", "9".repeat(31));

    private ItemSealingSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(length(), ideal(), place(), once(), opened());
    }

    private static Vault vault(Sealing sealing) {
        return new Vault(STUDY, Trial.secrets(STUDY, 1), sealing);
    }

    private static Spec<?> length() {
        return spec("A sealed value says nothing by its length")
                .given("both kinds of sealing", Trial::bothSealings)
                .when(
                        "values from one character to thirty-one are sealed at places of their own",
                        sealings -> sealings.stream()
                                .flatMap(sealing -> {
                                    Vault vault = vault(sealing);
                                    return VALUES.stream()
                                            .map(value -> vault.seal(ADA, new Citation(1 + value.length(), 1), value));
                                })
                                .toList())
                .then(
                        "every ciphertext has the length of a sealed arm",
                        all -> assertThat(all)
                                .hasSize(2 * VALUES.size())
                                .allMatch(ciphertext -> ciphertext.bytes().length == Sealing.SEALED))
                .then(
                        "the longest value conduct accepts has room",
                        _ -> assertThat(Sealing.hasRoomFor("9".repeat(AllocationDesk.LONGEST_SEALED)))
                                .isTrue());
    }

    private static Spec<?> ideal() {
        return spec("With ideal sealing the ciphertext of a value does not depend on it")
                .given(
                        "two vaults with ideal sealing",
                        () -> List.of(vault(new IdealSealing()), vault(new IdealSealing())))
                .when(
                        "different values are sealed at the same place",
                        vaults -> List.of(
                                vaults.getFirst().seal(ADA, new Citation(7, 2), "8.25"),
                                vaults.getLast().seal(ADA, new Citation(7, 2), "3")))
                .then(
                        "they come out equal",
                        ciphertexts -> assertThat(ciphertexts.getFirst()).isEqualTo(ciphertexts.getLast()));
    }

    private static Spec<?> place() {
        return spec("A sealed value belongs to its participant and its place in the journal")
                .given("a vault with real sealing", () -> vault(Trial.real()))
                .when(
                        "one value is sealed of two participants and at two places",
                        vault -> Stream.of(
                                        vault.seal(ADA, new Citation(7, 2), "8.25"),
                                        vault.seal(ADA, new Citation(7, 3), "8.25"),
                                        vault.seal(BEN, new Citation(7, 2), "8.25"))
                                .toList())
                .then("no two are equal", ciphertexts -> assertThat(ciphertexts).doesNotHaveDuplicates())
                .then(
                        "none opens elsewhere",
                        ciphertexts -> assertThat(catchThrowable(() -> Trial.real()
                                        .open(ciphertexts.getFirst(), STUDY.id() + "|item|" + BEN + "|7.2")))
                                .isInstanceOf(IllegalArgumentException.class))
                .then(
                        "and it opens at its own",
                        ciphertexts -> assertThat(
                                        Trial.real().open(ciphertexts.getFirst(), STUDY.id() + "|item|" + ADA + "|7.2"))
                                .isEqualTo("8.25"));
    }

    private static Spec<?> once() {
        return spec("A place is sealed once")
                .given("a vault that sealed a value", () -> {
                    Vault vault = vault(Trial.real());
                    vault.seal(ADA, new Citation(7, 2), "8.25");
                    return vault;
                })
                .when(
                        "another value is sealed at the same place",
                        vault -> catchThrowable(() -> vault.seal(ADA, new Citation(7, 2), "8.26")))
                .then(
                        "it is refused, and the refusal repeats neither value",
                        refusal -> assertThat(refusal)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageNotContainingAny("8.25", "8.26"));
    }

    private static Spec<?> opened() {
        return spec("The reveal opens what was sealed, one event a participant")
                .given(
                        "both kinds of sealing, values sealed of Ben and then of Ada, one of them corrected",
                        () -> Trial.bothSealings().stream()
                                .map(sealing -> {
                                    Vault vault = vault(sealing);
                                    return new Held(
                                            vault,
                                            Trial.bringing(
                                                    item(vault, BEN, new Citation(12, 1), "<0.15"),
                                                    item(vault, ADA, new Citation(31, 4), "8.25"),
                                                    item(vault, ADA, new Citation(9, 10), "7")));
                                })
                                .toList())
                .when(
                        "treatments are revealed",
                        all -> all.stream()
                                .map(held -> held.vault.reveal(held.warrant).items())
                                .toList())
                .then(
                        "participants come by identifier and their values by place, each as it was entered",
                        all -> assertThat(all)
                                .hasSize(2)
                                .allSatisfy(items -> assertThat(items)
                                        .containsExactly(
                                                new SealedItemsOpened(
                                                        ADA,
                                                        List.of(
                                                                new OpenedItem(9, 10, "7"),
                                                                new OpenedItem(31, 4, "8.25"))),
                                                new SealedItemsOpened(BEN, List.of(new OpenedItem(12, 1, "<0.15"))))));
    }

    private record Held(Vault vault, Warrant warrant) {}

    private static SealedItem item(Vault vault, ParticipantId participant, Citation place, String value) {
        return new SealedItem(participant, place, vault.seal(participant, place, value));
    }
}
