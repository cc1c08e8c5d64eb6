package org.equipoise.journal.canonical;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.ParticipantId;

/// Measures how many item changes are written a second; run by hand, no test.
final class Writing {
    private static final int EVENTS = 200_000;
    private static final int CHANGES = 25;

    private Writing() {}

    public static void main(String[] args) {
        List<JournalledEvent> events = events();
        for (int round = 0; round < 8; round++) {
            report("written", () -> write(events));
            report("written and hashed", () -> writeAndHash(events));
            report("appended to a journal", () -> append(events));
        }
    }

    private static void report(String what, Runnable work) {
        // The thread's own time, so that a busy machine does not count.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-22s %6.2f M changes/s%n", what, EVENTS * (double) CHANGES / seconds / 1e6);
    }

    private static void write(List<JournalledEvent> events) {
        var out = new CanonicalWriter();
        for (JournalledEvent event : events) {
            out.clear();
            EventCodec.write(event, out);
        }
    }

    private static void writeAndHash(List<JournalledEvent> events) {
        var out = new CanonicalWriter();
        var tree = new MerkleTree();
        for (JournalledEvent event : events) {
            out.clear();
            EventCodec.write(event, out);
            tree.add(tree.leafHash(out.array(), 0, out.size()));
        }
    }

    private static void append(List<JournalledEvent> events) {
        var journal = new MemoryJournal();
        for (JournalledEvent event : events) {
            journal.append(List.of(event));
        }
    }

    private static List<JournalledEvent> events() {
        List<JournalledEvent> events = new ArrayList<>();
        for (int seq = 1; seq <= EVENTS; seq++) {
            var participant = new ParticipantId(String.format(Locale.ROOT, "S01-%04d", seq % 60));
            var form = new FormSubmitted(participant, "week-24", "disease-activity", changes(seq));
            var actor = new Actor("nurse-1", "investigator");
            String command = "5b7a2c1e-0000-4000-8000-" + String.format(Locale.ROOT, "%012d", seq);
            events.add(new JournalledEvent(seq, 1_700_000_000_000_000L + seq, actor, command, 1, form));
        }
        return events;
    }

    private static List<ItemChange> changes(int seq) {
        List<ItemChange> changes = new ArrayList<>();
        for (int item = 0; item < CHANGES; item++) {
            boolean missing = (seq + item) % 20 == 0;
            changes.add(new ItemChange("item-" + item, missing ? null : "1." + seq % 10, missing ? "not-done" : null));
        }
        return List.copyOf(changes);
    }
}
