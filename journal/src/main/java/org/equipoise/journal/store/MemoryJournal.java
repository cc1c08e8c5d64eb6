package org.equipoise.journal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.Digest;

/// A journal kept in memory, for rehearsals, for tests and for what an archive held. Not for two threads at
/// once.
public final class MemoryJournal implements Journal {
    private final List<JournalledEvent> events = new ArrayList<>();
    private final EventBytes bytes = new EventBytes();
    private final MerkleTree tree = new MerkleTree();
    private final CanonicalWriter writer = new CanonicalWriter();
    /// Where the events of each command begin; those of one command stand together. Kept up when it is asked for.
    private final Map<String, Integer> firstOf = new HashMap<>();
    private int found;
    private int[] ends = new int[16];

    @Override
    public void append(List<JournalledEvent> added) {
        requireInOrder(added);
        writer.clear();
        ends = ends.length < added.size() ? new int[2 * added.size()] : ends;
        for (int i = 0; i < added.size(); i++) {
            writer.next();
            EventCodec.write(added.get(i), writer);
            ends[i] = writer.size();
        }
        int start = 0;
        for (int i = 0; i < added.size(); i++) {
            keep(added.get(i), writer.array(), start, ends[i] - start);
            start = ends[i];
        }
    }

    /// What is in memory is kept as well as memory keeps anything.
    @Override
    public void commit() {}

    @Override
    public Map<String, List<JournalledEvent>> caused(Collection<String> commands) {
        for (; found < events.size(); found++) {
            firstOf.putIfAbsent(events.get(found).command(), found);
        }
        Map<String, List<JournalledEvent>> caused = new HashMap<>();
        for (String command : commands) {
            Integer first = firstOf.get(command);
            if (first != null) {
                caused.put(command, together(first, command));
            }
        }
        return caused;
    }

    private List<JournalledEvent> together(int first, String command) {
        int end = first + 1;
        while (end < events.size() && events.get(end).command().equals(command)) {
            end++;
        }
        return List.copyOf(events.subList(first, end));
    }

    /// Adds an event with the bytes it already has, as an archive held it.
    public void restore(StoredEvent stored) {
        requireInOrder(List.of(stored.event()));
        keep(stored.event(), stored.bytes(), 0, stored.bytes().length);
    }

    private void requireInOrder(List<JournalledEvent> added) {
        long seq = size();
        long at = events.isEmpty() ? Long.MIN_VALUE : events.getLast().at();
        for (JournalledEvent event : added) {
            if (event.seq() != ++seq) {
                throw new IllegalArgumentException("event " + seq + " is next, not " + event.seq());
            }
            if (event.at() < at) {
                throw new IllegalArgumentException("event " + seq + " lies before the one it follows");
            }
            at = event.at();
        }
    }

    private void keep(JournalledEvent event, byte[] from, int start, int length) {
        bytes.add(from, start, length);
        tree.add(tree.leafHash(from, start, length));
        events.add(event);
    }

    @Override
    public long size() {
        return events.size();
    }

    @Override
    public Digest root() {
        return Digest.of(tree.root());
    }

    @Override
    public List<JournalledEvent> events() {
        return Collections.unmodifiableList(events);
    }

    @Override
    public JournalledEvent event(long seq) {
        return events.get(index(seq));
    }

    @Override
    public byte[] bytes(long seq) {
        return bytes.get(index(seq));
    }

    @Override
    public Iterable<byte[]> bytes() {
        return () -> IntStream.range(0, events.size()).mapToObj(bytes::get).iterator();
    }

    private int index(long seq) {
        return (int) Objects.checkIndex(seq - 1, size());
    }
}
