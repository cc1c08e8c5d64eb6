package org.equipoise.allocation.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.equipoise.allocation.spec.Spec.spec;
import static org.equipoise.allocation.spec.Trial.PLAN;
import static org.equipoise.allocation.spec.Trial.authorized;
import static org.equipoise.conduct.command.Role.MONITOR;
import static org.equipoise.conduct.command.Role.SPONSOR;
import static org.equipoise.conduct.command.Role.STATISTICIAN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.language.identity.Digest;
import org.equipoise.protocol.reading.Study;

/// The vault looks at a warrant itself, and knows what its log was.
final class QuorumSpecs {
    private static final Study STUDY = Studies.THREE_ARMS;
    private static final String NOTHING = "the vault reveals nothing: ";

    private QuorumSpecs() {}

    static List<Spec<?>> specs() {
        return List.of(refused(), writtenDown(), grown(), setBack());
    }

    private record Kept(EntryLog log, Vault vault) {
        static Kept anew() {
            EntryLog log = new MemoryLog();
            Vault vault = on(log);
            vault.allocate(Trial.participant(1), "diabetes=no");
            return new Kept(log, vault);
        }

        static Vault on(EntryLog log) {
            return new Vault(STUDY, Trial.secrets(STUDY, 1), Trial.real(), log, Trial.keys());
        }

        List<String> said() {
            return log.entries().stream()
                    .map(entry -> new String(entry, StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static Map<String, Warrant> bad() {
        JournalledEvent ines = authorized(2, "Ines", STATISTICIAN, PLAN);
        JournalledEvent otto = authorized(3, "Otto", SPONSOR, PLAN);
        Warrant good = Trial.warrant(ines, otto);
        Map<String, Warrant> bad = new LinkedHashMap<>();
        bad.put("it takes an authorisation in each of the roles [STATISTICIAN, SPONSOR]", Trial.warrant(ines));
        bad.put("it takes two people", Trial.warrant(ines, authorized(3, "Ines", SPONSOR, PLAN)));
        bad.put(
                "the authorisations do not name the same lock, blinded review and analysis plan",
                Trial.warrant(ines, authorized(3, "Otto", SPONSOR, new Digest("0a".repeat(32)))));
        bad.put(
                "an authorisation was given before the lock",
                Trial.warrant(authorized(1, "Ines", STATISTICIAN, PLAN), otto));
        bad.put("the authorisations name another lock", with(good, locked(1, 5)));
        bad.put("what is said to have locked the study is not the event that did", with(good, ines));
        bad.put("what is said to authorise the reveal does not", Trial.warrant(locked(2, 0), otto));
        return bad;
    }

    private static Warrant with(Warrant warrant, JournalledEvent lock) {
        return new Warrant("someone", "analysis", lock, warrant.authorizations(), List.of());
    }

    private static JournalledEvent locked(long seq, long at) {
        JournalledEvent lock = Trial.LOCK;
        return new JournalledEvent(seq, at, lock.actor(), lock.command(), lock.protocol(), lock.event());
    }

    private record Tried(Kept kept, int before, List<String> refusals) {}

    private static Spec<?> refused() {
        return spec("A sequencer that does not ask for the quorum gets nothing out of the vault")
                .given("a vault", Kept::anew)
                .when("it is handed a warrant that lacks something, one for each thing that may be lacking", kept -> {
                    int before = kept.log.size();
                    List<String> refusals = new ArrayList<>();
                    for (Warrant each : bad().values()) {
                        refusals.add(
                                catchThrowable(() -> kept.vault.reveal(each)).getMessage());
                    }
                    refusals.add(catchThrowable(() -> kept.vault.reveal(Trial.warrant(
                                    authorized(2, "Ines", MONITOR, PLAN), authorized(3, "Otto", SPONSOR, PLAN))))
                            .getMessage());
                    return new Tried(kept, before, refusals);
                })
                .then(
                        "each is refused for what it lacks: a role, a person, one mind, the lock, its order",
                        tried -> assertThat(tried.refusals)
                                .containsExactlyElementsOf(Stream.concat(
                                                bad().keySet().stream(),
                                                bad().keySet().stream().limit(1))
                                        .map(NOTHING::concat)
                                        .toList()))
                .then(
                        "and the vault's log has nothing to tell of a reveal",
                        tried -> assertThat(tried.kept.log.size()).isEqualTo(tried.before));
    }

    private static Spec<?> writtenDown() {
        return spec("The vault writes down by what it was opened, before it opens")
                .given("a vault", Kept::anew)
                .when("it is handed a good warrant", kept -> {
                    kept.vault.reveal(Trial.warrant());
                    return kept.said();
                })
                .then(
                        "its log ends with both authorisations and the reveal",
                        said -> assertThat(said.subList(said.size() - 3, said.size()))
                                .satisfiesExactly(
                                        ines -> assertThat(ines)
                                                .startsWith("[\"authorized\",\"Ines\",\"STATISTICIAN\""),
                                        otto -> assertThat(otto).startsWith("[\"authorized\",\"Otto\",\"SPONSOR\""),
                                        all -> assertThat(all).isEqualTo("[\"revealed\",\"someone\",\"analysis\"]")));
    }

    private static Spec<?> grown() {
        return spec("The vault says whether its log has only grown")
                .given("the root of a vault's log, and then another participant", () -> {
                    Kept kept = Kept.anew();
                    VaultRoot root = kept.vault.root();
                    kept.vault.allocate(Trial.participant(2), "diabetes=yes");
                    return new Since(kept.vault, root);
                })
                .when(
                        "it is stopped and opened, and asked for the root before and the root now",
                        since -> List.of(since.vault.grewFrom(since.root), since.vault.grewFrom(since.vault.root())))
                .then("it has", answers -> assertThat(answers).containsOnly(true));
    }

    private record Since(Vault vault, VaultRoot root) {}

    private static Spec<?> setBack() {
        return spec("A log that was cut back, or that went another way, did not grow from what it was")
                .given("the root of a vault's log", () -> {
                    Kept kept = Kept.anew();
                    kept.vault.allocate(Trial.participant(2), "diabetes=yes");
                    return kept.vault.root();
                })
                .when("vaults are asked whose last entry was lost, and whose last entry is of somebody else", root -> {
                    Kept cut = Kept.anew();
                    Kept other = Kept.anew();
                    other.vault.allocate(Trial.participant(3), "diabetes=yes");
                    other.vault.allocate(Trial.participant(2), "diabetes=yes");
                    return List.of(cut.vault.grewFrom(root), other.vault.grewFrom(root));
                })
                .then("neither did", answers -> assertThat(answers).containsOnly(false));
    }
}
