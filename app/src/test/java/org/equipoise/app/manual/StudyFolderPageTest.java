package org.equipoise.app.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.equipoise.app.house.Repository;
import org.equipoise.app.staging.PublishedSchema;
import org.junit.jupiter.api.Test;

class StudyFolderPageTest {
    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/study-folder.md");

    @Test
    void the_manual_page_is_current() throws IOException {
        String page = StudyFolderPage.of(PublishedSchema.all());
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("the page is older than the schemas; write it anew with -Dequipoise.docs=write")
                .content()
                .isEqualTo(page);
    }

    @Test
    void every_key_says_what_it_is() {
        assertThat(StudyFolderPage.of(PublishedSchema.all()).lines())
                .noneMatch(line -> line.startsWith("| ") && line.contains("|  |"));
    }
}
