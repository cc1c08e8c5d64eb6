package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.history.Citation;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.reading.Study;

/// What the vault remembers when it is stopped at any moment.
final class MemorySpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final Secrets SECRETS = Trial.secrets(STUDY, 1);
    private static final List<String> STRATA = STUDY.design().randomization().strata();
    private static final String FIRST_VISIT =
            STUDY.design().dispensing().getFirst().id();
    private static final int PEOPLE = 12;

    private MemorySpecs() {}

    static List<Spec<?>> specs() {
        return List.of(stoppedAnywhere(), anotherSecret(), noArm(), sealedAgain(), takenBack());
    }

    /// What the counter gave: every sealed arm and every kit, in order.
    private record Given(List<Sealed> arms, List<KitNumber> kits) {}

    private static Vault vault(EntryLog log) {
        return new Vault(STUDY, SECRETS, new RealSealing(Trial.secret()), log, Trial.keys());
    }

    private static Given served(Vault vault) {
        Given given = new Given(new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i <= PEOPLE; i++) {
            given.arms.add(vault.allocate(Trial.participant(i), STRATA.get(i % STRATA.size())));
            given.kits.add(vault.dispense(Trial.participant(i), FIRST_VISIT));
        }
        return given;
    }

    private static Spec<?> stoppedAnywhere() {
        return spec("Stopped between any two entries of its log and opened again, the vault gives what it would have given")
                .given("what " + PEOPLE + " people are given by a vault that is never stopped", () -> {
                    EntryLog log = new MemoryLog();
                    return new Whole(
                            served(vault(log)), log.root(), log.entries().size());
                })
                .when(
                        "another is switched off before each of its entries in turn, opened again, and asked everything again",
                        whole -> Stream.iterate(1, most -> most < whole.entries, most -> most + 1)
                                .map(MemorySpecs::stoppedAndAskedAgain)
                                .map(again -> new Compared(whole, again))
                                .toList())
                .then(
                        "all of them gave the same sealed arms and the same kits",
                        all -> assertThat(all)
                                .hasSize(2 * PEOPLE)
                                .allSatisfy(each -> assertThat(each.again.given).isEqualTo(each.whole.given)))
                .then(
                        "their logs are the same, entry by entry",
                        all -> assertThat(all)
                                .allSatisfy(each -> assertThat(each.again.root).isEqualTo(each.whole.root)));
    }

    private record Whole(Given given, Digest root, int entries) {}

    private record Compared(Whole whole, Whole again) {}

    private static Whole stoppedAndAskedAgain(int most) {
        EntryLog log = new MemoryLog();
        Throwable off = catchThrowable(() -> served(vault(new Unsteady(log, most, false))));
        assertThat(off).hasMessage("switched off");
        return new Whole(served(vault(log)), log.root(), log.entries().size());
    }

    private static Spec<?> anotherSecret() {
        return spec("A log belongs to one study and one set of secrets")
                .given("the log of a vault", () -> {
                    EntryLog log = new MemoryLog();
                    served(vault(log));
                    return log;
                })
                .when(
                        "a vault with other secrets is opened on it",
                        log -> catchThrowable(() -> new Vault(
                                STUDY, Trial.secrets(STUDY, 2), new RealSealing(Trial.secret()), log, Trial.keys())))
                .then(
                        "it refuses",
                        refusal -> assertThat(refusal)
                                .hasMessage("the vault's log is of another study, or of other secrets"));
    }

    private static Spec<?> noArm() {
        return spec("Nothing in the log says an arm")
                .given("the log of a vault that has served " + PEOPLE + " people", () -> {
                    EntryLog log = new MemoryLog();
                    served(vault(log));
                    return log.entries();
                })
                .when(
                        "it is read",
                        entries -> entries.stream()
                                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                                .toList())
                .then(
                        "no entry holds the name of an arm or an arm code",
                        entries -> assertThat(entries)
                                .allSatisfy(entry -> assertThat(entry)
                                        .doesNotContain(STUDY.design().arms().stream()
                                                .map(Arm::id)
                                                .toArray(String[]::new))
                                        .doesNotContain(SECRETS.arms().arms().keySet().stream()
                                                .map(code -> code.text())
                                                .toArray(String[]::new))))
                .then(
                        "two people of one stratum leave the same words, but for their numbers",
                        entries -> assertThat(
                                        entries.get(1).replace("A-0001", "").length())
                                .isEqualTo(entries.get(1 + 2 * STRATA.size())
                                        .replace("A-000" + (1 + STRATA.size()), "")
                                        .length()));
    }

    private static Spec<?> sealedAgain() {
        return spec("A vault that was stopped before the journal had a sealed value may seal another in its place")
                .given("a value sealed at a place, by a vault that is then stopped", () -> {
                    Sealed lost = vault(new MemoryLog()).seal(Trial.participant(1), new Citation(7, 1), "0.61");
                    return new Twice(lost, vault(new MemoryLog()));
                })
                .when(
                        "the vault is opened again and seals another value at the same place",
                        twice -> new Both(
                                twice.lost, twice.vault.seal(Trial.participant(1), new Citation(7, 1), "0.16")))
                .then(
                        "the two ciphertexts have no nonce in common, so that together they tell nothing",
                        both -> assertThat(nonce(both.now)).isNotEqualTo(nonce(both.lost)));
    }

    private record Twice(Sealed lost, Vault vault) {}

    private record Both(Sealed lost, Sealed now) {}

    private static List<Byte> nonce(Sealed sealed) {
        List<Byte> nonce = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            nonce.add(sealed.bytes()[i]);
        }
        return nonce;
    }

    private static Spec<?> takenBack() {
        ParticipantId ada = Trial.participant(1);
        return spec("What is sealed the vault does not keep: the journal brings it to the reveal")
                .given("a value that the journal holds sealed, and a vault that was stopped since", () -> {
                    EntryLog log = new MemoryLog();
                    Sealed sealed = vault(log).seal(ada, new Citation(7, 1), "0.61");
                    return new Held(vault(log), sealed);
                })
                .when(
                        "the value is brought to the reveal, at its place and at another",
                        held -> new Brought(
                                held.vault
                                        .reveal(Trial.bringing(new SealedItem(ada, new Citation(7, 1), held.sealed)))
                                        .items(),
                                catchThrowable(() -> held.vault.reveal(
                                        Trial.bringing(new SealedItem(ada, new Citation(7, 2), held.sealed))))))
                .then(
                        "it opens at its place",
                        brought -> assertThat(brought.opened
                                        .getFirst()
                                        .items()
                                        .getFirst()
                                        .value())
                                .isEqualTo("0.61"))
                .then(
                        "and not at another",
                        brought -> assertThat(brought.elsewhere).isInstanceOf(IllegalArgumentException.class));
    }

    private record Held(Vault vault, Sealed sealed) {}

    private record Brought(List<SealedItemsOpened> opened, Throwable elsewhere) {}
}
