package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.archive.ArchiveReader;
import org.equipoise.journal.archive.Reading;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One changed byte anywhere in the archive of a whole trial is found by two verifiers that share no code, and both
/// name the same first bad
/// event.
class TamperingTest {
    private static final int SAMPLES = 2_000;
    private static final long EVENTS = 120;
    private static byte[] archive = new byte[0];
    private static byte[] key = new byte[0];
    private static NavigableMap<Integer, String> sections = new TreeMap<>();

    @BeforeAll
    static void rehearse() {
        Stage stage = TestStudies.stage("pressure-dose", 1, 1);
        Stage.Set set = stage.ordinary((role, command, outcome) -> {});
        set.trial().conduct();
        Journal beginning = new MemoryJournal();
        for (long seq = 1; seq <= EVENTS; seq++) {
            beginning.append(List.of(set.journal().event(seq)));
        }
        archive = stage.archive(beginning);
        key = stage.signingKey().publicKey();
        sections = sections(EVENTS);
    }

    @Test
    void thousands_of_single_byte_changes_are_rejected_and_the_event_named() {
        RandomStream stream = Seed.of(20).stream(0, 0, 0);
        List<int[]> changes = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            changes.add(new int[] {stream.index(archive.length), 1 + stream.index(255)});
        }
        assertThat(unrejected(changes)).isEmpty();
    }

    @Test
    void every_byte_of_the_container_manifest_and_tail_counts() {
        List<int[]> changes = new ArrayList<>();
        sections.forEach((start, _) -> {
            for (int at = start; archive[at] != '\n'; at += 3) {
                changes.add(new int[] {at, 1});
            }
        });
        int manifest = sections.lastKey();
        IntStream.range(manifest, archive.length).forEach(at -> changes.add(new int[] {at, 1 << (at % 7)}));
        Collections.shuffle(changes, new Random(1));

        assertThat(unrejected(changes.subList(0, Math.min(changes.size(), SAMPLES))))
                .isEmpty();
    }

    @Test
    void a_lost_a_doubled_and_an_exchanged_event_are_found() throws IOException {
        List<Integer> starts = List.copyOf(sections.keySet());
        int from = starts.get(starts.size() / 2);
        int to = starts.get(starts.size() / 2 + 1);
        byte[] lost = splice(from, to, new byte[0]);
        byte[] doubled = splice(from, from, Arrays.copyOfRange(archive, from, to));

        for (byte[] changed : List.of(lost, doubled)) {
            assertThat(ArchiveReader.read(new ByteArrayInputStream(changed), key))
                    .isInstanceOf(Reading.Rejected.class);
            assertThat(ArchiveVerifier.verify(changed, key)).isInstanceOf(Verification.Rejected.class);
        }
    }

    private static byte[] splice(int from, int to, byte[] between) {
        byte[] spliced = new byte[from + between.length + archive.length - to];
        System.arraycopy(archive, 0, spliced, 0, from);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(archive, to, spliced, from + between.length, archive.length - to);
        return spliced;
    }

    /// The changes that some verifier let pass, or that the two place at different events.
    private static List<String> unrejected(List<int[]> changes) {
        return changes.parallelStream()
                .map(change -> fault(change[0], change[1]))
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private static String fault(int at, int flip) {
        byte[] changed = archive.clone();
        changed[at] ^= (byte) flip;
        String reader = reader(changed);
        String verifier = switch (ArchiveVerifier.verify(changed, key)) {
            case Verification.Verified _ -> "verified";
            case Verification.Rejected(var where, var _) -> where;
        };
        String expected = sections.floorEntry(at).getValue();
        boolean found = !reader.equals("verified") && !verifier.equals("verified");
        boolean placed = !expected.startsWith("event ") || (reader.equals(expected) && verifier.equals(expected));
        return found && placed ? "" : "byte " + at + " of " + expected + ": " + reader + " / " + verifier;
    }

    private static String reader(byte[] changed) {
        try {
            return switch (ArchiveReader.read(new ByteArrayInputStream(changed), key)) {
                case Reading.Verified _ -> "verified";
                case Reading.Rejected(var where, var _) -> where;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where each section of the archive begins, by the framing lines.
    private static NavigableMap<Integer, String> sections(long events) {
        TreeMap<Integer, String> starts = new TreeMap<>();
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        starts.put(0, "header");
        int at = 0;
        for (long seq = 1; seq <= events; seq++) {
            at = text.indexOf("\nevent ", at) + 1;
            starts.put(at, "event " + seq);
            at = text.indexOf('\n', at);
        }
        starts.put(text.indexOf("\nmanifest ", at) + 1, "manifest");
        return starts;
    }
}
