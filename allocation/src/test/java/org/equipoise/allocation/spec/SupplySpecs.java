package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// Depots and sites that count their kits, and the vault that chooses among them.
final class SupplySpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final Secrets SECRETS = Trial.secrets(STUDY, 1);
    private static final List<String> STRATA = STUDY.design().randomization().strata();
    private static final int ARMS = STUDY.design().arms().size();
    private static final int PEOPLE = 12;
    private static final int RACES = 10_000;
    private static final int RUNNERS = 6;

    private SupplySpecs() {}

    static List<Spec<?>> specs() {
        return List.of(sets(), shelves(), lost(), stoppedAnywhere(), races());
    }

    private static Vault vault(EntryLog log) {
        return new Vault(STUDY, SECRETS, new RealSealing(Trial.secret()), log, Trial.keys());
    }

    private static Vault vaultOf(int people) {
        Vault vault = vault(new MemoryLog());
        IntStream.rangeClosed(1, people)
                .forEach(i -> vault.allocate(Trial.participant(i), STRATA.get(i % STRATA.size())));
        return vault;
    }

    private static Nature nature(Vault vault) {
        return vault.nature(Trial.opening(STUDY, Mode.REHEARSAL));
    }

    private static Map<ArmCode, Long> contents(Vault vault, SortedSet<KitNumber> kits) {
        return kits.stream()
                .collect(Collectors.groupingBy(nature(vault)::substance, TreeMap::new, Collectors.counting()));
    }

    private record Sent(
            Vault vault, SortedSet<KitNumber> labelled, SortedSet<KitNumber> first, SortedSet<KitNumber> again) {}

    private static Spec<?> sets() {
        return spec("What is labelled and what is sent has as many kits of one arm as of any other")
                .given("a vault that labels twenty sets", () -> vault(new MemoryLog()))
                .when("a depot that has them sends five, and asks again, for the answer was lost", vault -> {
                    SortedSet<KitNumber> labelled = vault.label(1, 20);
                    return new Sent(vault, labelled, vault.ship(1, labelled, 5), vault.ship(1, labelled, 5));
                })
                .then(
                        "twenty kits of every arm are labelled",
                        sent -> assertThat(contents(sent.vault, sent.labelled).values())
                                .hasSize(ARMS)
                                .containsOnly(20L))
                .then(
                        "five of every arm are sent, in the order of their numbers",
                        sent -> assertThat(contents(sent.vault, sent.first).values())
                                .hasSize(ARMS)
                                .containsOnly(5L))
                .then(
                        "the answer is the same again",
                        sent -> assertThat(sent.again).isEqualTo(sent.first))
                .then("and the next shipment has others", sent -> {
                    SortedSet<KitNumber> rest = new TreeSet<>(sent.labelled);
                    rest.removeAll(sent.first);
                    assertThat(sent.vault.ship(2, rest, 5)).doesNotContainAnyElementsOf(sent.first);
                });
    }

    private static Spec<?> shelves() {
        return spec("Whether there is a kit depends on no arm: where one kit of a set is missing, nobody is served from it")
                .given("a site with one set, and as many people as have every arm among them", () -> vaultOf(PEOPLE))
                .when("each kit in turn is taken away, and everybody asks", vault -> {
                    SortedSet<KitNumber> set = vault.label(1, 1);
                    List<Optional<KitNumber>> answers = new ArrayList<>();
                    for (KitNumber missing : set) {
                        SortedSet<KitNumber> shelf = new TreeSet<>(set);
                        shelf.remove(missing);
                        IntStream.rangeClosed(1, PEOPLE)
                                .forEach(i -> answers.add(vault.dispense(Trial.participant(i), "D1", shelf)));
                    }
                    return answers;
                })
                .then(
                        "nobody is given one",
                        answers -> assertThat(answers).hasSize(ARMS * PEOPLE).containsOnly(Optional.empty()));
    }

    private record Lost(Vault vault, KitNumber first, KitNumber again, Optional<KitNumber> elsewhere) {}

    private static Spec<?> lost() {
        return spec("An answer that was lost is given again, unless the kit is no longer there")
                .given("a site with two sets", () -> vaultOf(1))
                .when(
                        "a participant's kit is asked for, asked for again, and again when it is in quarantine",
                        vault -> {
                            SortedSet<KitNumber> shelf = vault.label(1, 2);
                            ParticipantId ada = Trial.participant(1);
                            KitNumber first = vault.dispense(ada, "D1", shelf).orElseThrow();
                            KitNumber again = vault.dispense(ada, "D1", shelf).orElseThrow();
                            SortedSet<KitNumber> rest = new TreeSet<>(shelf);
                            rest.remove(first);
                            return new Lost(vault, first, again, vault.dispense(ada, "D1", rest));
                        })
                .then(
                        "it is the same the second time",
                        lost -> assertThat(lost.again).isEqualTo(lost.first))
                .then(
                        "and another of the same arm the third",
                        lost -> assertThat(lost.elsewhere
                                        .filter(kit -> !kit.equals(lost.first))
                                        .map(nature(lost.vault)::substance))
                                .contains(nature(lost.vault).substance(lost.first)));
    }

    private record Whole(List<Object> answers, Digest root, int entries) {}

    private static Spec<?> stoppedAnywhere() {
        return spec("Stopped before any entry and asked again, it labels, sends, hands out and replaces as if never stopped")
                .given("what a vault answers that is never stopped", () -> whole(new MemoryLog(), new ArrayList<>()))
                .when(
                        "another is switched off before each of its entries in turn, and asked everything again",
                        whole -> Stream.iterate(1, most -> most < whole.entries, most -> most + 1)
                                .map(most -> {
                                    EntryLog log = new MemoryLog();
                                    Throwable off = catchThrowable(
                                            () -> whole(new Unsteady(log, most, false), new ArrayList<>()));
                                    assertThat(off).hasMessage("switched off");
                                    return List.of(whole, whole(log, new ArrayList<>()));
                                })
                                .toList())
                .then(
                        "all answer the same, and their logs are the same",
                        all -> assertThat(all)
                                .hasSizeGreaterThan(3 * PEOPLE)
                                .allSatisfy(each -> assertThat(each.getLast()).isEqualTo(each.getFirst())));
    }

    private static Whole whole(EntryLog log, List<Object> answers) {
        Vault vault = vault(log);
        SortedSet<KitNumber> depot = new TreeSet<>(vault.label(1, 3 * PEOPLE));
        SortedSet<KitNumber> shelf = new TreeSet<>();
        for (int i = 1; i <= PEOPLE; i++) {
            SortedSet<KitNumber> sent = vault.ship(i, depot, 2);
            depot.removeAll(sent);
            shelf.addAll(sent);
            answers.add(sent);
            ParticipantId participant = Trial.participant(i);
            answers.add(vault.allocate(participant, STRATA.get(i % STRATA.size())));
            KitNumber kit = vault.dispense(participant, "D1", shelf).orElseThrow();
            shelf.remove(kit);
            KitNumber other = vault.replace(participant, kit, shelf).orElseThrow();
            shelf.remove(other);
            answers.add(List.of(kit, other));
        }
        return new Whole(answers, log.root(), log.entries().size());
    }

    /// @param late how many came too late, and were answered nothing
    private record Raced(List<KitNumber> handed, int late, Set<ArmCode> winners) {}

    private static Spec<?> races() {
        return spec("Ten thousand races for the last set of a site")
                .given(RUNNERS + " people, of every arm", () -> vaultOf(RUNNERS))
                .when("all ask at once, again and again, each time for one set that is left", SupplySpecs::raced)
                .then(
                        "each race has one who gets a kit, and no kit is handed out twice",
                        raced -> assertThat(raced.handed).hasSize(RACES).doesNotHaveDuplicates())
                .then(
                        "people of every arm win",
                        raced -> assertThat(raced.winners).hasSize(ARMS))
                .then(
                        "all others are answered the same: that there is none",
                        raced -> assertThat(raced.late).isEqualTo(RACES * (RUNNERS - 1)));
    }

    private static Raced raced(Vault vault) {
        Map<Integer, SortedSet<KitNumber>> last = new TreeMap<>();
        IntStream.rangeClosed(1, RACES).forEach(race -> last.put(race, vault.label(race, 1)));
        ConcurrentLinkedQueue<KitNumber> handed = new ConcurrentLinkedQueue<>();
        AtomicInteger late = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(RUNNERS);
        for (int i = 1; i <= RUNNERS; i++) {
            ParticipantId participant = Trial.participant(i);
            threads.add(Thread.ofVirtual()
                    .start(() -> last.forEach((race, shelf) -> {
                        together(start);
                        synchronized (vault) {
                            vault.dispense(participant, "race " + race, shelf)
                                    .ifPresentOrElse(handed::add, late::incrementAndGet);
                        }
                    })));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        Set<ArmCode> winners = new HashSet<>();
        handed.forEach(kit -> winners.add(nature(vault).substance(kit)));
        return new Raced(List.copyOf(handed), late.get(), winners);
    }

    private static void together(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
