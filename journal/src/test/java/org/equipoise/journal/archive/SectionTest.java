package org.equipoise.journal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {

    @ParameterizedTest
    @CsvSource({
        "protocol 1 2, PROTOCOL",
        "protocol 23 2, PROTOCOL",
        "file 10 00, FILE",
        "file 9 00, FILE",
        "event 10 00, EVENT",
        "manifest 10, MANIFEST",
        "signature 00, SIGNATURE"
    })
    void a_line_with_one_byte_changed_missing_or_added_is_still_known(String line, Section section) {
        byte[] bytes = SmallTrial.ascii(line);
        for (int at = 0; at < bytes.length; at++) {
            byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
            System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
            assertLike(shorter, section);
            for (int b = 0; b < 256; b++) {
                byte[] changed = bytes.clone();
                changed[at] = (byte) b;
                assertLike(changed, section);
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = (byte) b;
                assertLike(longer, section);
            }
            assertLike(Arrays.copyOf(bytes, at + 1), section);
        }
    }

    @Test
    void where_nothing_fits_an_event_should_have_stood() {
        assertLike(new byte[0], Section.EVENT);
        assertLike(SmallTrial.ascii("xyz"), Section.EVENT);
        assertLike(SmallTrial.ascii("something else"), Section.EVENT);
    }

    private static void assertLike(byte[] line, Section section) {
        byte[] glance = Arrays.copyOf(line, Math.min(line.length, Section.GLANCE));
        assertThat(Section.like(glance)).as(Arrays.toString(line)).isEqualTo(section);
    }
}
