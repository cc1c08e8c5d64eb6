package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.equipoise.verifier.TestArchive.Section;
import org.equipoise.verifier.Verification.Rejected;
import org.equipoise.verifier.Verification.Verified;
import org.junit.jupiter.api.Test;

/// No byte of an archive is slack: whatever is done to one of them, anywhere, is found, and in an event it is placed.
class SingleByteTest {
    private static final TestArchive SAMPLE = TestArchive.sample();
    private static final List<Section> SECTIONS = SAMPLE.sections();
    private static final byte[] HONEST = TestArchive.join(SECTIONS);

    private static final Set<Integer> STARTS = new LinkedHashSet<>();

    static {
        int start = 0;
        for (Section section : SECTIONS) {
            STARTS.add(start);
            start += section.bytes().length;
        }
        STARTS.add(start);
    }

    private static final Pattern SENTENCE = Pattern.compile("(?s)[A-Z].+\\. \\(byte [0-9]+\\)");
    private static final Pattern ANYWHERE = Pattern.compile(".*");

    /// Something done at one place of the honest archive.
    private interface Offence {
        void at(int place, Pattern where);
    }

    @Test
    void the_archive_is_verified_as_it_is() {
        String root = TestArchive.hex(
                TestArchive.root(SAMPLE.events.stream().map(TestArchive::leaf).toList()));
        String keyId = TestArchive.hex(TestArchive.sha256(TestArchive.KEY));
        assertThat(ArchiveVerifier.verify(HONEST, TestArchive.KEY))
                .isEqualTo(new Verified(12, root, keyId, "TOY-1", 0, 0));
    }

    @Test
    void every_changed_byte_is_rejected_and_in_an_event_named_as_that_event() {
        everywhere((place, where) -> {
            byte[] changed = HONEST.clone();
            for (byte value : replacements(HONEST[place])) {
                changed[place] = value;
                rejected(changed, where, "byte " + place + " changed to " + value);
            }
        });
    }

    @Test
    void every_deleted_byte_is_rejected_and_in_an_event_named_as_that_event() {
        everywhere((place, where) -> rejected(edited(place, 1), where, "byte " + place + " deleted"));
    }

    @Test
    void every_inserted_byte_is_rejected_and_in_an_event_named_as_that_event() {
        everywhere((place, where) -> {
            Set<Byte> values = new LinkedHashSet<>(List.of((byte) '\n', (byte) ' ', (byte) '0', (byte) 'f', (byte) 0));
            values.add(HONEST[place]);
            for (byte value : values) {
                // Between two sections it may belong to either; an LF doubled at the end of one stands between them.
                boolean between = STARTS.contains(place) || (value == HONEST[place] && STARTS.contains(place + 1));
                rejected(edited(place, 0, value), between ? ANYWHERE : where, value + " inserted before byte " + place);
            }
        });
    }

    @Test
    void every_truncation_is_rejected_in_the_section_it_cuts() {
        everywhere((place, where) -> rejected(
                Arrays.copyOf(HONEST, place),
                STARTS.contains(place) ? ANYWHERE : where,
                "only the first " + place + " bytes"));
    }

    private static void everywhere(Offence offence) {
        int place = 0;
        for (Section section : SECTIONS) {
            Pattern where = Pattern.compile(whereFor(section.name()));
            for (int end = place + section.bytes().length; place < end; place++) {
                offence.at(place, where);
            }
        }
        assertThat(place).isEqualTo(HONEST.length);
    }

    /// Of a protocol section, only the manifest covers the names of files; of the manifest, only the signature covers
    /// the name of the study.
    private static String whereFor(String section) {
        if (section.startsWith("file ")) {
            return "file [a-z0-9._/-]+|protocol [12]|manifest";
        }
        return section.equals("manifest") ? "manifest|signature" : section;
    }

    private static Set<Byte> replacements(byte honest) {
        Set<Byte> values = new LinkedHashSet<>();
        for (int bit = 0; bit < 8; bit++) {
            values.add((byte) (honest ^ 1 << bit));
        }
        for (char c : "\0\n 019afem\"\\{".toCharArray()) {
            values.add((byte) c);
        }
        values.remove(honest);
        return values;
    }

    private static byte[] edited(int place, int deleted, byte... inserted) {
        byte[] edited = new byte[HONEST.length - deleted + inserted.length];
        System.arraycopy(HONEST, 0, edited, 0, place);
        System.arraycopy(inserted, 0, edited, place, inserted.length);
        int rest = place + deleted;
        System.arraycopy(HONEST, rest, edited, place + inserted.length, HONEST.length - rest);
        return edited;
    }

    private static void rejected(byte[] archive, Pattern where, String what) {
        Verification verification = ArchiveVerifier.verify(archive, TestArchive.KEY);
        boolean asExpected = verification instanceof Rejected(String found, String why)
                && where.matcher(found).matches()
                && SENTENCE.matcher(why).matches();
        if (!asExpected) {
            fail("%s: expected a fault in %s with a sentence and its byte, but got %s", what, where, verification);
        }
    }
}
