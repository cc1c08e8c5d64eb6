package org.equipoise.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The control: wherever and however a canary is planted, it is found; where it is not, nothing is.
class CanaryTest {
    private static final String TEXT = "a canary of 7f3a9c51d20e";
    private static final Canary CANARY = Canary.of(TEXT);

    @TempDir
    private Path folder;

    @Test
    void each_of_its_forms_is_found_in_the_middle_of_something_else() {
        CANARY.forms()
                .forEach((name, form) ->
                        assertThat(CANARY.in(between(form))).as(name).contains(name));
        assertThat(CANARY.in(between("a canary of 7f3a9c51d20f".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void it_is_found_in_what_a_program_would_write() throws IOException {
        for (int before = 0; before < 7; before++) {
            byte[] text = ("x".repeat(before) + TEXT + " and more").getBytes(StandardCharsets.UTF_8);
            assertThat(CANARY.in(Base64.getEncoder().encode(text)))
                    .as("Base64 after " + before)
                    .isNotEmpty();
            assertThat(CANARY.in(HexFormat.of().formatHex(text).getBytes(StandardCharsets.US_ASCII)))
                    .isNotEmpty();
        }
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/file"), "{\"" + TEXT + "\"}", StandardCharsets.UTF_16BE);
        assertThat(CANARY.under(folder)).contains("deep/file: UTF-16BE");
        assertThat(Canary.of("another").under(folder)).isEmpty();
    }

    private static byte[] between(byte[] form) {
        byte[] around = new byte[form.length + 9];
        System.arraycopy(form, 0, around, 5, form.length);
        return around;
    }
}
