package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.equipoise.verifier.TestArchive.Section;
import org.equipoise.verifier.Verification.Rejected;
import org.junit.jupiter.api.Test;

/// Whatever the bytes are, there is a verdict and no exception. The generators are seeded: a failure can be repeated.
class GarbageTest {
    private static final TestArchive SAMPLE = TestArchive.sample();
    private static final byte[] HONEST = SAMPLE.bytes();

    private static void rejected(byte[] archive) {
        assertThat(ArchiveVerifier.verify(archive, TestArchive.KEY)).isInstanceOf(Rejected.class);
    }

    @Test
    void random_bytes_are_rejected() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            rejected(bytes);
            rejected(concat("equipoise-journal 1\n", bytes));
            rejected(concat("equipoise-journal 1\nprotocol 1 1\nfile 10 ", bytes));
            rejected(concat("equipoise-journal 1\nmanifest 10\n", bytes));
        }
    }

    @Test
    void random_bodies_under_a_right_leaf_hash_are_rejected() {
        Random random = new Random(2);
        String letters = "{}[]\",:0123456789-.eE\\utrfalsn \u0000\u001Fé😀";
        String[] starts = {
            "",
            "{",
            "{\"actor\":{\"id\":\"",
            TestArchive.event(1, 0, 0, "E", "{\"a\":").split("}")[0] + "},\"at\":0,\"body\":{\"a\":"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder(starts[random.nextInt(starts.length)]);
            for (int n = random.nextInt(40); n > 0; n--) {
                body.append(letters.charAt(random.nextInt(letters.length())));
            }
            rejected(TestArchive.utf8("equipoise-journal 1\n" + TestArchive.eventSection(body.toString())));
        }
    }

    @Test
    void random_mixtures_of_true_sections_are_rejected() {
        Random random = new Random(3);
        List<Section> sections = SAMPLE.sections();
        for (int i = 0; i < 5_000; i++) {
            List<Section> mixture = random.ints(random.nextInt(30), 0, sections.size())
                    .mapToObj(sections::get)
                    .toList();
            rejected(concat("equipoise-journal 1\n", TestArchive.join(mixture)));
        }
    }

    @Test
    void an_archive_with_several_random_changes_is_rejected() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = HONEST.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            }
            if (!Arrays.equals(changed, HONEST)) {
                rejected(changed);
            }
        }
    }

    private static byte[] concat(String start, byte[] rest) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(TestArchive.utf8(start));
        all.writeBytes(rest);
        return all.toByteArray();
    }
}
