package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.equipoise.verifier.TestArchive.Section;
import org.equipoise.verifier.Verification.Rejected;
import org.equipoise.verifier.Verification.Verified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way to forge or spoil an archive, and what it is called: one list.
class ArchiveVerifierTest {
    private final TestArchive archive = TestArchive.sample();

    private static void rejected(byte[] archive, String where, String why) {
        assertThat(ArchiveVerifier.verify(archive, TestArchive.KEY))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.where()).as(rejected.why()).isEqualTo(where);
                    assertThat(rejected.why()).contains(why);
                });
    }

    private static void verified(byte[] archive, long size) {
        assertThat(ArchiveVerifier.verify(archive, TestArchive.KEY))
                .isInstanceOfSatisfying(
                        Verified.class, verified -> assertThat(verified.size()).isEqualTo(size));
    }

    private void change(int seq, String from, String to) {
        String event = archive.events.get(seq - 1);
        assertThat(event).contains(from);
        archive.events.set(seq - 1, event.replace(from, to));
    }

    @Test
    void an_archive_without_protocols_and_events_is_an_archive() {
        TestArchive empty = new TestArchive();
        verified(empty.bytes(), 0);
        empty.events.add(TestArchive.event(1, -1, 0, "TrialOpened", "{}"));
        verified(empty.bytes(), 1);
    }

    @Test
    void a_stream_that_yields_one_byte_at_a_time_is_read_as_well() throws IOException {
        InputStream slow = new ByteArrayInputStream(archive.bytes()) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }
        };
        assertThat(ArchiveVerifier.verify(slow, TestArchive.KEY)).isInstanceOf(Verified.class);
    }

    @Test
    void memory_does_not_grow_with_the_number_of_events() {
        long few = allocatedFor(archiveOf(2_000));
        assertThat(allocatedFor(archiveOf(20_000)) - few).isLessThan(16 << 10);
    }

    private static byte[] archiveOf(int events) {
        TestArchive archive = new TestArchive();
        for (int seq = 1; seq <= events; seq++) {
            archive.events.add(TestArchive.event(seq, seq, 0, "Noted", "{\"a\":[\"x\",1],\"b\":{}}"));
        }
        return archive.bytes();
    }

    /// What the verifier allocates in all, which is no less than what it ever holds.
    private static long allocatedFor(byte[] archive) {
        assertThat(ArchiveVerifier.verify(archive, TestArchive.KEY)).isInstanceOf(Verified.class);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ArchiveVerifier.verify(archive, TestArchive.KEY);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void bodies_may_be_as_large_as_the_format_allows_and_no_larger() {
        TestArchive large = new TestArchive();
        large.protocols.add(new TreeMap<>(Map.of("conduct.json", "{}", "z", "x".repeat(16 << 20))));
        String envelope = TestArchive.event(1, 0, 0, "Noted", "{\"a\":\"\"}");
        String filling = "x".repeat((1 << 20) - envelope.length());
        large.events.add(TestArchive.event(1, 0, 0, "Noted", "{\"a\":\"" + filling + "\"}"));
        verified(large.bytes(), 1);
        large.events.set(0, TestArchive.event(1, 0, 0, "Noted", "{\"a\":\"" + filling + "x\"}"));
        rejected(large.bytes(), "event 1", "0 to 1048576 bytes");
        large.protocols.getFirst().put("z", "x".repeat((16 << 20) + 1));
        rejected(large.bytes(), "file z", "more than the 16777216 allowed");
    }

    @Test
    void a_manifest_above_its_limit_is_rejected() {
        archive.study = "x".repeat(1 << 20);
        rejected(archive.bytes(), "manifest", "more than the 1048576 allowed");
    }

    @Test
    void more_files_than_a_manifest_can_name_are_rejected_before_the_manifest() {
        IntStream.range(0, 12_000).forEach(i -> archive.protocols.getLast().put("x/" + i, ""));
        assertThat(ArchiveVerifier.verify(archive.withManifest("{}"), TestArchive.KEY))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.where()).startsWith("file x/");
                    assertThat(rejected.why()).startsWith("More protocol files than a manifest of 1 MiB can name.");
                });
    }

    @Test
    void a_length_beyond_all_numbers_is_rejected() {
        rejected(archive.with("manifest", "manifest " + "9".repeat(5000) + "\n"), "manifest", "allowed");
        rejected(archive.with("event 4", "event " + "9".repeat(50) + " "), "event 4", "2^53");
        rejected(archive.with("event 4", "event -5 "), "event 4", "not -5");
        rejected(archive.with("file a.yaml", "file 007 "), "protocol 2", "file <length>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "equipoise-journal 2 | header     | Expected a line `equipoise-journal 1`",
                "''                  | header     | Expected a line `equipoise-journal 1`",
            })
    void another_header_is_rejected(String header, String where, String why) {
        rejected(archive.with("header", header + "\n"), where, why);
    }

    @Test
    void a_gap_in_the_protocol_numbers_is_rejected() {
        rejected(archive.with("protocol 2", "protocol 3 2\n"), "protocol 2", "`3` stands where");
    }

    @Test
    void a_protocol_without_conduct_json_is_rejected() {
        archive.protocols.add(new TreeMap<>(Map.of("a.yaml", "a")));
        rejected(archive.bytes(), "protocol 3", "conduct.json");
        rejected(archive.with("protocol 3", "protocol 3 0\n"), "protocol 3", "None of the 0 files");
    }

    @Test
    void a_protocol_with_fewer_or_more_files_than_it_says_is_rejected() {
        rejected(archive.with("protocol 2", "protocol 2 1\n"), "protocol 2", "named conduct.json");
        rejected(archive.with("protocol 1", "protocol 1 1\n"), "protocol 1", "must begin here");
        rejected(archive.with("protocol 2", "protocol 2 3\n"), "protocol 2", "file <length>");
    }

    @Test
    void files_out_of_order_or_twice_are_rejected() {
        List<Section> sections = archive.sections();
        Collections.swap(sections, 2, 3);
        rejected(TestArchive.join(sections), "file conduct.json", "not ascending");
        sections.set(3, sections.get(2));
        rejected(TestArchive.join(sections), "file forms/vitals.yaml", "not ascending");
    }

    @Test
    void a_name_of_more_than_255_bytes_is_no_name() {
        TestArchive archive = TestArchive.sample();
        archive.protocols.get(1).put("b".repeat(255), "");
        assertThat(ArchiveVerifier.verify(archive.bytes(), TestArchive.KEY)).isInstanceOf(Verified.class);
        archive.protocols.get(1).put("b".repeat(256), "");
        rejected(archive.bytes(), "protocol 2", "Expected a line");
    }

    @Test
    void a_changed_protocol_file_is_rejected_by_its_name() {
        Section file = archive.sections().get(2);
        rejected(archive.with(file.name(), file.text().replace(":3", ":9")), "file conduct.json", "SHA-256");
    }

    @Test
    void a_changed_protocol_file_with_its_hash_is_convicted_by_its_activation() {
        archive.protocols.get(0).put("conduct.json", "{\"arms\":2}");
        rejected(archive.bytes(), "event 1", "does not hold");
    }

    @Test
    void a_changed_form_with_its_hash_is_convicted_by_the_manifest() {
        String manifest = archive.manifest();
        archive.protocols.get(0).put("forms/vitals.yaml", "id: VITALS\n");
        rejected(archive.withManifest(manifest), "manifest", "other protocol files");
    }

    @Test
    void a_shifted_seq_is_rejected_although_its_leaf_hash_is_right() {
        change(5, "\"seq\":5", "\"seq\":6");
        rejected(archive.bytes(), "event 5", "Its seq is 6, its place is 5.");
    }

    @Test
    void a_decreasing_time_is_rejected() {
        change(8, "\"at\":1700000000000003", "\"at\":1700000000000002");
        rejected(archive.bytes(), "event 8", "before the event that precedes it");
    }

    @Test
    void two_events_exchanged_are_rejected_at_the_first() {
        Collections.swap(archive.events, 3, 4);
        rejected(archive.bytes(), "event 4", "Its seq is 5");
    }

    @Test
    void an_event_given_twice_is_rejected_at_the_second() {
        archive.events.add(3, archive.events.get(2));
        rejected(archive.bytes(), "event 4", "Its seq is 3");
    }

    @Test
    void a_missing_event_is_rejected_at_its_successor() {
        archive.events.remove(4);
        rejected(archive.bytes(), "event 5", "Its seq is 6");
    }

    @Test
    void missing_last_events_are_convicted_by_the_manifest() {
        String manifest = archive.manifest();
        archive.events.removeLast();
        rejected(archive.withManifest(manifest), "manifest", "counts 12 events, the archive holds 11");
    }

    @Test
    void an_event_changed_with_its_leaf_hash_is_convicted_by_the_root() {
        String manifest = archive.manifest();
        change(3, "1.20", "0.20");
        rejected(archive.withManifest(manifest), "manifest", "changed together with its leaf hash");
    }

    @Test
    void a_wrong_leaf_hash_is_rejected_before_the_body_is_read() {
        String section = TestArchive.eventSection("no JSON");
        String other = section.replace(TestArchive.hex(TestArchive.leaf("no JSON")), "0".repeat(64));
        rejected(archive.with("event 2", other), "event 2", "the line states 000000");
    }

    @Test
    void an_upper_case_leaf_hash_is_rejected() {
        String event = archive.events.get(1);
        String hash = TestArchive.hex(TestArchive.leaf(event));
        String upper = TestArchive.eventSection(event).replace(hash, hash.toUpperCase(Locale.ROOT));
        rejected(archive.with("event 2", upper), "event 2", "lower-case");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"body\":{}            | \"body\":{ }            | Expected `\"`",
                "\"body\":{}            | \"body\":[]             | Expected `{`",
                "\"body\":{}            | \"body\":{\"a\":null}   | absent member",
                "\"body\":{}            | \"body\":{\"a\":1.5}    | fraction",
                "\"body\":{}            | \"body\":{\"a\":\"\\u00e9\"} | shortest",
                "\"body\":{}            | \"body\":{\"b\":1,\"a\":1} | not in order",
                "\"body\":{},           | ``                      | Expected `,\"body\":`",
                "\"role\":\"nurse\"     | \"role\":7              | Expected `\"`",
                "\"id\":\"n-07\",       | ``                      | Expected `{\"actor\":{\"id\":`",
                "\"role\":\"nurse\"     | \"role\":\"nurse\",\"x\":1 | Expected `},\"at\":`",
                "\"command\":\"c-2\"    | \"command\":2           | Expected `\"`",
                "\"at\":17              | \"at\":-17e             | exponent",
                "\"protocol\":1         | \"protocol\":\"1\"      | Expected an integer",
                "\"version\":1          | \"version\":0           | at least 1",
                "\"version\":1          | \"version\":1,\"x\":1   | Expected `}`",
                "\"version\":1}         | \"version\":1}x         | Nothing may follow",
                "\"protocol\":1         | \"protocol\":2          | It names protocol 2, but 1 is in force.",
                "\"protocol\":1         | \"protocol\":0          | It names protocol 0, but 1 is in force.",
            })
    void an_event_of_another_form_is_rejected_although_its_leaf_hash_is_right(String from, String to, String why) {
        change(2, from.strip(), to.strip());
        rejected(archive.bytes(), "event 2", why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"number\":2     | \"number\":1      | does not hold",
                "\"number\":2     | \"number\":3      | does not hold",
                "\"number\":2     | \"number\":0      | does not hold",
                "\"number\":2     | \"number\":-1     | does not hold",
                "\"number\":2     | \"number\":\"2\"  | Expected an integer",
                ",\"number\":2    | ``                | no member number",
                "\"hash\":        | \"hatch\":        | no member hash",
                "\"hash\":\"      | \"hash\":\"A      | lower-case",
                "\"protocol\":2   | \"protocol\":1    | It names protocol 1, but 2 is in force.",
            })
    void an_activation_must_name_a_protocol_that_the_archive_holds(String from, String to, String why) {
        change(7, from.strip(), to.strip());
        rejected(archive.bytes(), "event 7", why);
    }

    @Test
    void a_body_like_an_activation_in_another_event_activates_nothing() {
        change(2, "{}", archive.activation(2));
        verified(archive.bytes(), 12);
    }

    @Test
    void a_protocol_section_after_an_event_is_rejected() {
        List<Section> sections = archive.sections();
        sections.add(8, sections.get(4));
        rejected(TestArchive.join(sections), "protocol 3", "must begin here");
    }

    @Test
    void an_archive_cut_before_its_manifest_is_rejected() {
        List<Section> sections = archive.sections();
        rejected(TestArchive.join(sections.subList(0, sections.size() - 2)), "manifest", "ends before its manifest");
        rejected(TestArchive.join(sections.subList(0, sections.size() - 1)), "signature", "ends within");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\":1            | \"format\":2             | of format 2",
                "{\"format\"             | { \"format\"             | Expected `{\"format\":`",
                "\"number\":1            | \"number\":3             | other protocol files",
                "\"length\":11           | \"length\":12            | other protocol files",
                "\"size\":12             | \"size\":13              | counts 13 events",
                "\"root\":\"             | \"root\":\"A             | lower-case",
                "\"study\":\"TOY-1\"     | \"study\":1              | Expected `\"`",
                "\"TOY-1\"               | \"TOY-1\",\"x\":1        | Expected `}`",
                "\"TOY-1\"}              | \"TOY-1\"}x             | Nothing may follow",
                ",\"study\":\"TOY-1\"    | ``                       | Expected `,\"study\":`",
            })
    void a_manifest_that_does_not_fit_is_rejected_although_it_is_signed(String from, String to, String why) {
        assertThat(archive.manifest()).contains(from.strip());
        rejected(archive.withManifest(archive.manifest().replace(from.strip(), to.strip())), "manifest", why);
    }

    @Test
    void a_wrong_key_is_rejected_by_the_manifest() {
        assertThat(ArchiveVerifier.verify(archive.bytes(), TestArchive.OTHER_KEY))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.where()).isEqualTo("manifest");
                    assertThat(rejected.why()).contains("the trusted key is");
                });
    }

    @Test
    void a_manifest_that_names_the_key_of_another_signer_is_rejected_by_its_signature() {
        String keyId = TestArchive.hex(TestArchive.sha256(TestArchive.KEY));
        String otherId = TestArchive.hex(TestArchive.sha256(TestArchive.OTHER_KEY));
        byte[] forged = archive.withManifest(archive.manifest().replace(keyId, otherId));
        assertThat(ArchiveVerifier.verify(forged, TestArchive.OTHER_KEY))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.where()).isEqualTo("signature"));
    }

    @Test
    void a_key_that_is_no_point_of_the_curve_or_no_key_at_all_is_rejected() {
        String keyId = TestArchive.hex(TestArchive.sha256(TestArchive.KEY));
        for (int length : new int[] {0, 1, 31, 32, 33, 64}) {
            for (byte fill : new byte[] {0, 2, 0x7F, (byte) 0xFF}) {
                byte[] key = new byte[length];
                Arrays.fill(key, fill);
                String named = archive.manifest().replace(keyId, TestArchive.hex(TestArchive.sha256(key)));
                assertThat(ArchiveVerifier.verify(archive.withManifest(named), key))
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.where()).isEqualTo("signature"));
            }
        }
    }

    @Test
    void an_upper_case_signature_is_rejected() {
        String signature = TestArchive.hex(TestArchive.sign(TestArchive.utf8(archive.manifest())));
        String upper = "signature " + signature.toUpperCase(Locale.ROOT) + "\n";
        rejected(archive.with("signature", upper), "signature", "lower-case");
    }

    @Test
    void whatever_follows_the_signature_is_rejected() {
        byte[] honest = archive.bytes();
        rejected(Arrays.copyOf(honest, honest.length + 1), "end", "goes on");
    }
}
