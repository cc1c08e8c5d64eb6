package org.equipoise.journal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.ParticipantId;

/// A trial of five events under two protocol versions, small enough to change every byte of its archive.
final class SmallTrial {
    static final String STUDY = "il2-lupus";
    static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    static final ProtocolVersion FIRST = new ProtocolVersion(
            1,
            new TreeMap<>(Map.of("conduct.json", ascii("{\"arms\":2}"), "forms/vitals.yaml", ascii("id: vitals\n"))));
    static final ProtocolVersion SECOND =
            new ProtocolVersion(2, new TreeMap<>(Map.of("conduct.json", ascii("{\"arms\":3}"))));
    static final List<ProtocolVersion> PROTOCOLS = List.of(FIRST, SECOND);

    private static final ParticipantId WHO = new ParticipantId("S01-0001");

    private SmallTrial() {}

    static List<JournalledEvent> events() {
        var changes = List.of(new ItemChange("rash", "yes", null), new ItemChange("c3", null, "not-done"));
        return List.of(
                event(1, 10, 0, new StudyOpened(STUDY, Mode.REHEARSAL)),
                event(2, 10, 1, new ProtocolActivated(1, FIRST.protocolHash())),
                event(3, 20, 1, new ConsentGiven(WHO, "S01", LocalDate.of(2016, 2, 29), "1.0")),
                event(4, 30, 2, new ProtocolActivated(2, SECOND.protocolHash())),
                event(5, 40, 2, new FormSubmitted(WHO, "week-2", "activity", changes)));
    }

    static JournalledEvent event(long seq, long at, int protocol, TrialEvent event) {
        return new JournalledEvent(seq, at, new Actor("n1", "nurse"), "command-" + seq, protocol, event);
    }

    static MemoryJournal journal() {
        var journal = new MemoryJournal();
        journal.append(events());
        return journal;
    }

    static byte[] archive() {
        var out = new ByteArrayOutputStream();
        try {
            ArchiveWriter.write(out, STUDY, PROTOCOLS, journal().bytes(), KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
