package org.equipoise.journal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.equipoise.journal.archive.Reading.Rejected;
import org.junit.jupiter.api.Test;

/// Every byte of a small archive is changed, taken out, doubled and cut off at; each time the reading says
/// where.
class ArchiveTamperTest {
    private static final byte[] ARCHIVE = SmallTrial.archive();

    /// Where a fault in each byte may be reported.
    private static final List<Set<String>> PLACES = places();

    private static List<Set<String>> places() {
        List<Set<String>> places = new ArrayList<>();
        String text = new String(ARCHIVE, StandardCharsets.ISO_8859_1);
        mark(places, text.indexOf("protocol 1"), "header");
        mark(places, text.indexOf("file "), "protocol 1");
        mark(places, text.indexOf("file ", places.size() + 5), "protocol 1 file 1");
        mark(places, text.indexOf("protocol 2"), "protocol 1 file 2");
        mark(places, text.indexOf("file ", places.size()), "protocol 2");
        mark(places, text.indexOf("event "), "protocol 2 file 1");
        for (int event = 1; event <= 5; event++) {
            int next = text.indexOf(event < 5 ? "\nevent " : "\nmanifest ", places.size()) + 1;
            mark(places, next, "event " + event);
        }
        mark(places, text.indexOf("signature "), "manifest");
        mark(places, ARCHIVE.length, "signature");
        names(places, text);
        return places;
    }

    private static void mark(List<Set<String>> places, int until, String where) {
        while (places.size() < until) {
            places.add(Set.of(where));
        }
    }

    /// A file's name is covered by the manifest, the study's by the signature.
    private static void names(List<Set<String>> places, String text) {
        for (int at = text.indexOf(" conduct.json"); at >= 0; at = text.indexOf(" conduct.json", at + 1)) {
            String file = places.get(at).iterator().next();
            allow(places, at + 1, at + 14, file, file.substring(0, 10), "manifest");
            if (file.equals("protocol 1 file 1")) {
                allow(places, at + 1, at + 13, file, "protocol 1", "protocol 1 file 2", "manifest");
            }
        }
        int vitals = text.indexOf(" forms/vitals.yaml");
        allow(places, vitals + 1, vitals + 19, "protocol 1 file 2", "manifest");
        int study = text.lastIndexOf("\"study\":\"") + 9;
        allow(places, study, study + SmallTrial.STUDY.length() + 1, "manifest", "signature");
    }

    private static void allow(List<Set<String>> places, int from, int to, String... where) {
        for (int at = from; at < to; at++) {
            places.set(at, Set.of(where));
        }
    }

    @Test
    void every_section_has_its_place() {
        assertThat(PLACES).hasSize(ARCHIVE.length);
        assertThat(PLACES.stream().flatMap(Set::stream))
                .contains("header", "protocol 1", "protocol 1 file 2", "protocol 2 file 1", "event 1", "event 5")
                .contains("manifest", "signature");
    }

    @Test
    void a_changed_byte_is_found_where_it_is() throws IOException {
        for (int at = 0; at < ARCHIVE.length; at++) {
            for (int replacement : replacements(ARCHIVE[at])) {
                byte[] changed = ARCHIVE.clone();
                changed[at] = (byte) replacement;
                assertRejected(changed, PLACES.get(at), "byte " + at + " changed to " + replacement);
            }
        }
    }

    /// Each bit flipped, and what framing, numbers and JSON are made of.
    private static int[] replacements(byte was) {
        List<Integer> replacements = new ArrayList<>();
        for (int bit = 0; bit < 8; bit++) {
            replacements.add(was ^ 1 << bit);
        }
        for (char c : "\n 0eA".toCharArray()) {
            replacements.add((int) c);
        }
        return replacements.stream()
                .mapToInt(i -> i)
                .filter(i -> (byte) i != was)
                .toArray();
    }

    @Test
    void a_byte_taken_out_is_found_where_it_was() throws IOException {
        for (int at = 0; at < ARCHIVE.length; at++) {
            byte[] shorter = Arrays.copyOf(ARCHIVE, ARCHIVE.length - 1);
            System.arraycopy(ARCHIVE, at + 1, shorter, at, shorter.length - at);
            assertRejected(shorter, PLACES.get(at), "byte " + at + " taken out");
        }
    }

    @Test
    void a_byte_put_in_is_found_where_it_is() throws IOException {
        for (int at = 0; at < ARCHIVE.length; at++) {
            for (int added : new int[] {'\n', ' ', '0', '9', 'e', 'f', '{', 0, 0xFF, ARCHIVE[at]}) {
                assertRejected(with(at, added), placesOf(at, (byte) added), added + " put in before byte " + at);
            }
        }
        assertRejected(with(ARCHIVE.length, '\n'), Set.of("end"), "a line's end after the end");
        assertRejected(with(ARCHIVE.length, 0), Set.of("end"), "a zero after the end");
    }

    /// A byte put in before others like it is as well put in after them.
    private static Set<String> placesOf(int at, byte added) {
        Set<String> places = new HashSet<>(PLACES.get(at));
        for (int like = at; like < ARCHIVE.length && ARCHIVE[like] == added; like++) {
            places.addAll(like + 1 < ARCHIVE.length ? PLACES.get(like + 1) : Set.of("end"));
        }
        return places;
    }

    private static byte[] with(int at, int added) {
        byte[] longer = Arrays.copyOf(ARCHIVE, ARCHIVE.length + 1);
        longer[at] = (byte) added;
        System.arraycopy(ARCHIVE, at, longer, at + 1, ARCHIVE.length - at);
        return longer;
    }

    /// Cut between two sections, the archive lacks the next one: a file of the protocol, or at the latest the
    /// manifest.
    @Test
    void an_archive_cut_off_anywhere_is_rejected() throws IOException {
        for (int length = 0; length < ARCHIVE.length; length++) {
            Set<String> places = new HashSet<>(PLACES.get(length));
            if (length > 0 && !PLACES.get(length - 1).equals(PLACES.get(length))) {
                places.add("manifest");
                PLACES.get(length - 1).forEach(place -> places.add(place.replaceFirst(" file \\d", "")));
            }
            assertRejected(Arrays.copyOf(ARCHIVE, length), places, "cut off after " + length);
        }
    }

    @Test
    void whatever_the_bytes_are_the_answer_is_a_reading() throws IOException {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 5_000; i++) {
            byte[] hostile = ARCHIVE.clone();
            for (int splices = 1 + random.nextInt(3); splices > 0; splices--) {
                int length = random.nextInt(200);
                int from = random.nextInt(hostile.length - length);
                int to = random.nextInt(hostile.length - length);
                System.arraycopy(ARCHIVE, from, hostile, to, length);
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt(256);
            }
            if (!Arrays.equals(hostile, ARCHIVE)) {
                assertThat(read(hostile)).isInstanceOf(Rejected.class);
            }
        }
    }

    private static void assertRejected(byte[] archive, Set<String> where, String tampering) throws IOException {
        Reading reading = read(archive);
        if (!(reading instanceof Rejected rejected)
                || !where.contains(rejected.where())
                || rejected.why().isBlank()) {
            throw new AssertionError(tampering + ": expected a rejection at " + where + ", not " + reading);
        }
    }

    private static Reading read(byte[] archive) throws IOException {
        return ArchiveReader.read(new ByteArrayInputStream(archive), SmallTrial.KEY.publicKey());
    }
}
