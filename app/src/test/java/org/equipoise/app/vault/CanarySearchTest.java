package org.equipoise.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A search that is blind would prove anything.
class CanarySearchTest {
    private static final String CANARY = "tvqzkxwbgjnd";

    /// The pieces in which a file is read: a text must be found across their edge.
    private static final int PIECE = 1 << 22;

    @TempDir
    Path folder;

    private final CanarySearch search = new CanarySearch(List.of(CANARY));

    @Test
    void a_text_is_found_in_every_way_of_writing_it_at_the_beginning_the_end_and_across_every_edge()
            throws IOException {
        for (Map.Entry<String, byte[]> way : CanarySearch.encodings(CANARY).entrySet()) {
            byte[] bytes = way.getValue();
            for (int before : new int[] {0, 1, 77, PIECE - bytes.length, PIECE - 1, PIECE, PIECE - bytes.length / 2}) {
                ByteArrayOutputStream planted = new ByteArrayOutputStream();
                planted.write(new byte[before]);
                planted.write(bytes);
                Files.write(folder.resolve("planted"), planted.toByteArray());
                assertThat(search.in(folder).texts())
                        .as("%s after %d bytes", way.getKey(), before)
                        .containsExactly(CANARY);
            }
        }
    }

    @Test
    void base64_is_found_wherever_the_text_stands_in_what_was_encoded() throws IOException {
        for (int before = 0; before < 7; before++) {
            for (int after = 0; after < 4; after++) {
                byte[] text = ("x".repeat(before) + CANARY + "y".repeat(after)).getBytes(StandardCharsets.UTF_8);
                Files.write(folder.resolve("planted"), Base64.getEncoder().encode(text));
                assertThat(search.in(folder).texts())
                        .as("%d bytes before, %d after", before, after)
                        .containsExactly(CANARY);
            }
        }
    }

    @Test
    void what_is_not_there_is_not_found() throws IOException {
        Files.writeString(folder.resolve("other"), CANARY.substring(1) + " " + CANARY.substring(0, 8));
        assertThat(search.in(folder).texts()).isEmpty();
    }
}
