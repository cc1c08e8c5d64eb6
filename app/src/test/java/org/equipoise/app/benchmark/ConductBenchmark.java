package org.equipoise.app.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.decision.Decider;
import org.equipoise.conduct.decision.Decision;
import org.equipoise.conduct.decision.Setting;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.sequencer.Sequencer;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.tree.MerkleTree;

/// How many item changes a second go through command → decide → event → canonical bytes → tree → fold, on the mix of
/// commands that a rehearsal of the study
/// gives, one thread, by its processor time, so that what else the machine does counts little. The commands are
/// recorded first; then they are given again to a fresh trial, so that neither
/// virtual bodies nor analysis are measured.
/// The stages are then measured one upon the other, which says where the time goes.
public final class ConductBenchmark {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 40;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private ConductBenchmark() {}

    private record Given(Role role, Command command) {}

    public static void main(String[] arguments) {
        String name = arguments.length > 0 ? arguments[0] : "il2-lupus";
        Stage stage = TestStudies.stage(name, 1, 1);
        List<Given> commands = new ArrayList<>();
        Stage.Set set = stage.ordinary((role, command, outcome) -> commands.add(new Given(role, command)));
        set.trial().conduct();
        List<JournalledEvent> events = new ArrayList<>();
        set.journal().events().forEach(events::add);
        long changes = events.stream()
                .map(JournalledEvent::event)
                .filter(FormEvent.class::isInstance)
                .mapToLong(event -> ((FormEvent) event).changes().size())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s: %d commands, %d events, %d item changes, %s %s, %d processors%n",
                name,
                commands.size(),
                events.size(),
                changes,
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().availableProcessors());
        time("fold alone", changes, () -> fold(events));
        time("canonical bytes alone", changes, () -> bytes(events));
        time("canonical bytes and leaf hashes", changes, () -> hashes(events));
        time("journal: bytes, hashes, tree", changes, () -> journal(events));
        time("decide and fold", changes, () -> decideAndFold(stage, commands));
        time("everything", changes, () -> everything(stage, commands));
    }

    private static void time(String what, long changes, Runnable round) {
        for (int i = 0; i < WARM_UP; i++) {
            round.run();
        }
        double[] seconds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long from = THREAD.getCurrentThreadCpuTime();
            round.run();
            seconds[i] = (THREAD.getCurrentThreadCpuTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%-34s %,12.0f item changes/s of processor time (median of %d rounds; best %,.0f)%n",
                what,
                changes / seconds[ROUNDS / 2],
                ROUNDS,
                changes / seconds[0]);
    }

    private static void fold(List<JournalledEvent> events) {
        TrialState state = new TrialState();
        events.forEach(state::after);
    }

    private static void bytes(List<JournalledEvent> events) {
        events.forEach(EventCodec::write);
    }

    private static void hashes(List<JournalledEvent> events) {
        MerkleTree tree = new MerkleTree();
        events.forEach(event -> tree.add(tree.leafHash(EventCodec.write(event))));
    }

    private static void journal(List<JournalledEvent> events) {
        Journal journal = new MemoryJournal();
        events.forEach(event -> journal.append(List.of(event)));
        journal.root();
    }

    private static void decideAndFold(Stage stage, List<Given> commands) {
        TrialState state = new TrialState();
        Decider decider = new Decider(new Setting(stage.study(), state, desk(stage), stage.personalKeys()));
        long seq = 0;
        for (Given given : commands) {
            if (decider.decide(given.role(), "someone", 0, given.command()) instanceof Decision.Decided(var decided)) {
                for (var event : decided) {
                    state.after(new JournalledEvent(++seq, 0, new Actor("someone", "X"), "key", 1, event));
                }
            }
        }
    }

    private static void everything(Stage stage, List<Given> commands) {
        Journal journal = new MemoryJournal();
        Sequencer sequencer = new Sequencer(stage.study(), journal, desk(stage), stage.personalKeys(), () -> 0);
        int key = 0;
        for (Given given : commands) {
            sequencer.submit("key-" + key++, "someone", given.role(), given.command());
        }
        journal.root();
    }

    private static AllocationDesk desk(Stage stage) {
        Secrets secrets = stage.secrets();
        return new Vault(stage.study(), secrets, new RealSealing(new byte[32]));
    }
}
