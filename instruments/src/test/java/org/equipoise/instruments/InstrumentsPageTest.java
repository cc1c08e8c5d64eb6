package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InstrumentsPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("equipoise.root"), "docs", "reference", "instruments.md");

    @Test
    void the_manual_page_is_current() throws IOException {
        String page = InstrumentsPage.of(Instruments.all());
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("the page is older than the instruments; write it anew with -Dequipoise.docs=write")
                .content()
                .isEqualTo(page);
    }
}
