package org.equipoise.journal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.journal.archive.Reading.Verified;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.journal.event.StudyEvent.StudyOpened;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveRoundTripTest {

    @Test
    void what_is_written_is_read_and_written_again_byte_by_byte() throws IOException {
        byte[] written = SmallTrial.archive();
        Archive archive = verified(written);
        assertThat(archive.study()).isEqualTo(SmallTrial.STUDY);
        assertThat(archive.journal().events()).containsExactlyElementsOf(SmallTrial.events());
        assertThat(archive.journal().root()).isEqualTo(SmallTrial.journal().root());
        assertThat(archive.protocols()).hasSize(2);
        assertThat(archive.protocols().getFirst().files().keySet())
                .containsExactly("conduct.json", "forms/vitals.yaml");
        assertThat(written(archive.study(), archive.protocols(), archive.journal()))
                .isEqualTo(written);
    }

    /// Kept from the first release on: what was archived then is read for ever.
    @Test
    void the_archive_of_format_1_that_was_approved_is_still_read_and_still_written() throws IOException {
        Path folder = Path.of(System.getProperty("equipoise.root"), "journal/src/test/resources/approved-archive");
        byte[] approved = Files.readAllBytes(folder.resolve("small-trial.v1"));
        byte[] key = KeyFile.read(Files.readString(folder.resolve("small-trial.v1.key")))
                .orElseThrow();
        assertThat(ArchiveReader.read(new ByteArrayInputStream(approved), key)).isInstanceOf(Verified.class);
        assertThat(SmallTrial.archive()).isEqualTo(approved);
    }

    @Test
    void a_trial_of_which_nothing_has_happened_yet_is_archived_too() throws IOException {
        byte[] written = written("none", List.of(), new MemoryJournal());
        assertThat(verified(written).journal().size()).isZero();
    }

    @Test
    void a_file_of_a_protocol_may_hold_any_bytes_or_none() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        var version = new ProtocolVersion(
                1, new TreeMap<>(Map.of("conduct.json", all, "0", new byte[0], "a/b", SmallTrial.ascii("\nevent 1"))));
        byte[] written = written("any", List.of(version), new MemoryJournal());
        assertThat(verified(written).protocols().getFirst().files().get("conduct.json"))
                .isEqualTo(all);
    }

    @Test
    void events_under_a_protocol_version_that_was_not_in_force_are_not_archived() {
        var open = new StudyOpened("s", Mode.LIVE);
        var journal = new MemoryJournal();
        journal.append(List.of(SmallTrial.event(1, 1, 1, open)));
        assertThatThrownBy(() -> written("s", SmallTrial.PROTOCOLS, journal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event 1: protocol version 0 was in force, not 1");
        var other = new MemoryJournal();
        other.append(List.of(SmallTrial.event(1, 1, 1, new ProtocolActivated(1, new Digest("00".repeat(32))))));
        assertThatThrownBy(() -> written("s", SmallTrial.PROTOCOLS, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not hold");
    }

    @Test
    void protocol_versions_stand_in_order_without_a_gap() {
        assertThatThrownBy(() -> written("s", List.of(SmallTrial.SECOND), new MemoryJournal()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("protocol version 1 is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", ".a", "A", "a b", "a\n", "é", "-"})
    void a_file_that_no_archive_may_hold_is_refused(String name) {
        assertThatThrownBy(() ->
                        new ProtocolVersion(1, new TreeMap<>(Map.of("conduct.json", new byte[1], name, new byte[1]))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_protocol_version_has_its_conduct_file() {
        assertThatThrownBy(() -> new ProtocolVersion(1, new TreeMap<>(Map.of("a", new byte[1]))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(SmallTrial.FIRST.protocolHash()).isEqualTo(Sha256.of(SmallTrial.ascii("{\"arms\":2}")));
    }

    private static Archive verified(byte[] archive) throws IOException {
        Reading reading = ArchiveReader.read(new ByteArrayInputStream(archive), SmallTrial.KEY.publicKey());
        assertThat(reading).isInstanceOf(Verified.class);
        return ((Verified) reading).archive();
    }

    private static byte[] written(String study, List<ProtocolVersion> protocols, Journal journal) throws IOException {
        var out = new ByteArrayOutputStream();
        ArchiveWriter.write(out, study, protocols, journal.bytes(), SmallTrial.KEY);
        return out.toByteArray();
    }
}
