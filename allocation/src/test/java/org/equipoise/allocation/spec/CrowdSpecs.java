package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.supply.AllocationList;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.allocation.vault.VaultEntry;
import org.equipoise.journal.event.AllocationEvent.Assignment;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// Many at the counter at once, and a machine that is switched off again and again.
final class CrowdSpecs {
    private static final int PEOPLE = 100_000;
    private static final int THREADS = 64;
    private static final int CRASHES = 10;
    private static final Study STUDY = Studies.withFourStrata(Studies.withParticipants(Studies.TWO_ARMS, PEOPLE));
    private static final List<String> STRATA = STUDY.design().randomization().strata();
    private static final String VISIT = STUDY.design().dispensing().getFirst().id();

    private CrowdSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(crowd());
    }

    /// What people were told, and what the vault says in the end.
    private record Evening(
            Secrets secrets,
            EntryLog log,
            Map<ParticipantId, KitNumber> kits,
            Map<ParticipantId, ArmCode> revealed,
            int toldTwiceOtherwise) {}

    private static Spec<?> crowd() {
        return spec("A hundred thousand people, sixty-four at a time, in four strata: nobody twice, no position skipped")
                .given("a vault whose machine goes off " + CRASHES + " times", () -> Trial.secrets(STUDY, 1))
                .when(
                        "everybody is allocated and given a kit, and whoever got no answer asks again",
                        CrowdSpecs::evening)
                .then("everybody has an arm and a kit, and no kit was given twice", evening -> {
                    assertThat(evening.revealed).hasSize(PEOPLE);
                    assertThat(evening.kits).hasSize(PEOPLE);
                    assertThat(evening.kits.values()).doesNotHaveDuplicates();
                })
                .then(
                        "nobody was told two things",
                        evening -> assertThat(evening.toldTwiceOtherwise).isZero())
                .then("in each stratum the arms are those of the list, position by position", evening -> {
                    AllocationList list = new AllocationList(
                            STUDY.design().randomization(), evening.secrets.arms(), evening.secrets.list());
                    Map<ParticipantId, ArmCode> expected = new HashMap<>();
                    for (byte[] bytes : evening.log.entries()) {
                        if (VaultEntry.read(bytes) instanceof VaultEntry.Allocated(var participant, var stratum)) {
                            assertThat(expected.put(participant, list.next(stratum)))
                                    .isNull();
                        }
                    }
                    assertThat(evening.revealed).isEqualTo(expected);
                });
    }

    private static Vault open(Secrets secrets, EntryLog log) {
        return new Vault(STUDY, secrets, new RealSealing(Trial.secret()), log, Trial.keys());
    }

    private static Evening evening(Secrets secrets) {
        EntryLog log = new MemoryLog();
        Map<ParticipantId, KitNumber> kits = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<ParticipantId> contradicted = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> waiting = new ConcurrentLinkedQueue<>();
        IntStream.rangeClosed(1, PEOPLE).forEach(waiting::add);
        for (int crash = 1; !waiting.isEmpty(); crash++) {
            int until = crash > CRASHES ? Integer.MAX_VALUE : crash * 2 * PEOPLE / (CRASHES + 1);
            Vault vault = open(secrets, new Unsteady(log, until, crash % 2 == 0));
            serve(vault, waiting, kits, contradicted);
        }
        Map<ParticipantId, ArmCode> revealed = new TreeMap<>();
        for (Assignment each :
                open(secrets, log).reveal(Trial.warrant()).treatments().assignments()) {
            revealed.put(each.participant(), each.code());
        }
        return new Evening(secrets, log, kits, revealed, contradicted.size());
    }

    /// The counter serves one at a time, as conduct's sequencer does; sixty-four press against it.
    private static void serve(
            Vault vault,
            ConcurrentLinkedQueue<Integer> waiting,
            Map<ParticipantId, KitNumber> kits,
            ConcurrentLinkedQueue<ParticipantId> contradicted) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                Integer number = waiting.poll();
                while (number != null) {
                    ParticipantId participant = Trial.participant(number);
                    try {
                        KitNumber kit;
                        synchronized (vault) {
                            vault.allocate(participant, STRATA.get(number % STRATA.size()));
                            kit = vault.dispense(participant, VISIT);
                        }
                        KitNumber before = kits.put(participant, kit);
                        if (before != null && !before.equals(kit)) {
                            contradicted.add(participant);
                        }
                        number = waiting.poll();
                    } catch (Unsteady.SwitchedOff off) {
                        waiting.add(number);
                        return;
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
