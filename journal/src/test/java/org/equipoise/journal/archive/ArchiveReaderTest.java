package org.equipoise.journal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.equipoise.journal.archive.Reading.Rejected;
import org.equipoise.journal.archive.Reading.Verified;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One rule broken at a time, in an archive whose hashes and signature are otherwise honest.
class ArchiveReaderTest {
    private static final SigningKey OTHER = SigningKey.ofSeed(SmallTrial.ascii("another seed of exactly 32 bytes"));

    @Test
    void the_forger_who_breaks_no_rule_is_believed() {
        assertThat(trial().read()).isInstanceOf(Verified.class);
    }

    @ParameterizedTest(name = "event {0}: {1} -> {2}: {3}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        3 ; "seq":3            ; "seq":4              ; its sequence number is 4
        1 ; "seq":1            ; "seq":0              ; its sequence number is 0
        3 ; "at":20            ; "at":9               ; its time lies before
        3 ; "protocol":1       ; "protocol":2         ; protocol version 1 was in force, not 2
        1 ; "protocol":0       ; "protocol":1         ; protocol version 0 was in force, not 1
        2 ; "protocol":1       ; "protocol":0         ; protocol version 1 was in force, not 0
        2 ; "number":1         ; "number":2           ; it activates a protocol version 2
        2 ; "number":1         ; "number":3           ; it activates a protocol version 3
        3 ; "ConsentGiven"     ; "ConsentLost"        ; ConsentLost version 1 is unknown
        3 ; "version":1}       ; "version":2}         ; ConsentGiven version 2 is unknown
        3 ; "site":"S01",      ; ``                   ; /body: 'site' is missing
        3 ; "site":"S01"       ; "site":"S01","t":"x" ; /body/t: no member
        3 ; "2016-02-29"       ; "2015-02-29"         ; /body/date: '2015-02-29' is not a date
        3 ; "seq":3            ; "seq":3.0            ; has no place in a journal
        3 ; "seq":3            ; "seq": 3             ; not canonical
        3 ; "at":20,           ; ``                   ; 'at' is missing
        3 ; {"actor"           ; ["actor"             ; an object expected
        """)
    void an_event_that_breaks_a_rule_is_named(int seq, String was, String is, String why) {
        assertThat(Forgery.json(seq)).contains(was);
        Reading reading = new Forgery()
                .protocols()
                .events(1, seq - 1)
                .event(Forgery.json(seq).replace(was, is))
                .events(seq + 1, 5)
                .read();
        assertRejected(reading, "event " + seq, why);
    }

    @Test
    void an_event_left_out_doubled_or_moved_is_named() {
        assertRejected(new Forgery().protocols().events(1, 2).events(4, 5).read(), "event 3", "number is 4");
        assertRejected(new Forgery().protocols().events(1, 3).events(3, 5).read(), "event 4", "number is 3");
        assertRejected(new Forgery().protocols().events(2, 2).events(1, 1).read(), "event 1", "number is 2");
    }

    @Test
    void events_left_out_at_the_end_are_missed_by_the_manifest() {
        assertRejected(new Forgery().protocols().events(1, 4).read(m -> sized(m, 5)), "manifest", "counts 5");
    }

    @Test
    void an_event_changed_with_its_leaf_hash_is_convicted_by_the_root() {
        Digest root = SmallTrial.journal().root();
        Reading reading = new Forgery()
                .protocols()
                .events(1, 4)
                .event(Forgery.json(5).replace("\"yes\"", "\"no\""))
                .read(m -> new Manifest(m.format(), m.key(), m.protocols(), root, m.size(), m.study()));
        assertRejected(reading, "manifest", "its root is not that of the events");
    }

    @Test
    void a_leaf_hash_of_another_event_is_found() {
        String leaf =
                Digest.of(new MerkleTree().leafHash(SmallTrial.ascii("{}"))).hex();
        Reading reading = new Forgery().line("event 3 " + leaf).line("{1}").unsigned();
        assertRejected(reading, "event 1", "not what its leaf hash says");
    }

    @Test
    void files_of_a_protocol_stand_in_order_and_once() {
        Forgery descending =
                new Forgery().protocol(1, 2).file("conduct.json", "{}").file("a", "");
        assertRejected(descending.read(), "protocol 1 file 2", "'a' is out of order");
        Forgery twice = new Forgery().protocol(1, 2).file("conduct.json", "{}").file("conduct.json", "{}");
        assertRejected(twice.read(), "protocol 1 file 2", "'conduct.json' is out of order");
    }

    @Test
    void a_protocol_holds_the_files_it_announces_and_its_conduct_file() {
        assertRejected(new Forgery().protocol(1, 0).read(), "protocol 1", "holds no conduct.json");
        assertRejected(new Forgery().protocol(1, 1).file("a", "").read(), "protocol 1", "holds no conduct.json");
        Forgery fewer = new Forgery().protocol(1, 2).file("conduct.json", "{}");
        assertRejected(fewer.read(), "protocol 1", "announces 2 files and holds fewer");
        Forgery more = new Forgery().protocol(1, 1).file("conduct.json", "{}").file("d", "");
        assertRejected(more.read(), "protocol 1", "announces 1 files and holds more");
    }

    @Test
    void protocols_stand_in_order_and_before_the_events() {
        assertRejected(new Forgery().protocol(2, 1).file("conduct.json", "{}").read(), "protocol 1", "");
        assertRejected(new Forgery().events(1, 1).protocols().read(), "event 2", "");
    }

    @ParameterizedTest
    @CsvSource({
        "protocol 01 1, protocol 1",
        "protocol 1 01, protocol 1",
        "protocol 1 -1, protocol 1",
        "protocol 1 99999999999999999999, protocol 1",
        "'protocol 1 1 ', protocol 1",
        "event 1048577 00, event 1",
        "event +3 00, event 1",
        "event 00 00, event 1",
        "event  3 00, event 1",
        "Event 3 00, event 1",
        "manifest 1048577, manifest",
        "manifest 07, manifest",
        "manifest, manifest",
        "signature 00, manifest",
        "something else, event 1",
        "'', event 1",
    })
    void a_framing_line_is_written_in_one_way_only(String line, String where) {
        assertRejected(new Forgery().line(line).unsigned(), where, "");
    }

    @ParameterizedTest
    @CsvSource({
        "file 16777217 00 a",
        "file 0 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855 a",
        "file 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 A",
        "'file 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 '",
        "file 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a",
        "file 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "file 0 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85 a",
        "file 00 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 a",
    })
    void a_files_framing_line_is_written_in_one_way_only(String line) {
        Reading reading = new Forgery().protocol(1, 1).line(line).line("").unsigned();
        assertRejected(reading, "protocol 1 file 1", "");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        "format":1        ; "format":2          ; format 2 is unknown
        "format":1        ; "format":"1"        ; /format: an integer expected
        "format":1,       ; ``                  ; 'format' is missing
        "format":1        ; "format": 1         ; not canonical
        {"format"         ; {"extra":1,"format" ; /extra: no member of this name
        "number":1        ; "number":3          ; it lists other protocol files
        "length":10       ; "length":11         ; it lists other protocol files
        conduct.json      ; conduct.yaml        ; it lists other protocol files
        "size":5          ; "size":6            ; it counts 6 events
        "root":"          ; "root":"00          ; /root:
        "study":"         ; "study":"\\u0061    ; not canonical
        """)
    void a_manifest_that_says_something_else_is_rejected(String was, String is, String why) {
        assertRejected(trial().readChanged(was, is), "manifest", why);
    }

    @Test
    void a_manifest_without_a_protocol_that_the_archive_holds_is_rejected() {
        Reading reading = trial().read(m ->
                new Manifest(m.format(), m.key(), m.protocols().subList(0, 1), m.root(), m.size(), m.study()));
        assertRejected(reading, "manifest", "it lists other protocol files");
    }

    @Test
    void an_archive_signed_by_another_key_is_rejected() {
        assertRejected(trial().signedBy(OTHER).read(), "signature", "did not sign");
        Reading honest = trial().signedBy(OTHER)
                .read(m -> new Manifest(m.format(), OTHER.keyId(), m.protocols(), m.root(), m.size(), m.study()));
        assertRejected(honest, "manifest", "it names another key");
    }

    @Test
    void a_key_that_is_none_verifies_nothing() throws IOException {
        for (int length : List.of(0, 31, 32, 33)) {
            byte[] key = new byte[length];
            Arrays.fill(key, (byte) 0xFF);
            Reading reading = ArchiveReader.read(new ByteArrayInputStream(SmallTrial.archive()), key);
            assertRejected(reading, "manifest", "it names another key");
            assertThat(Ed25519.verifies(key, new byte[0], new byte[64])).isFalse();
        }
    }

    @Test
    void something_after_the_signature_is_rejected() {
        Forgery forgery = trial();
        assertThat(forgery.read()).isInstanceOf(Verified.class);
        assertRejected(forgery.line("").unsigned(), "end", "something follows");
    }

    private static Forgery trial() {
        return new Forgery().protocols().events(1, 5);
    }

    private static Manifest sized(Manifest m, long size) {
        return new Manifest(m.format(), m.key(), m.protocols(), m.root(), size, m.study());
    }

    private static void assertRejected(Reading reading, String where, String why) {
        assertThat(reading).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.where()).isEqualTo(where);
            assertThat(rejected.why()).contains(why).isNotBlank();
        });
    }
}
