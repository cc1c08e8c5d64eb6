package org.equipoise.app.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.app.house.ManualPage;
import org.equipoise.app.staging.PublishedSchema;
import org.junit.jupiter.api.Test;

class StudyFolderPageTest {
    @Test
    void the_manual_page_is_current() {
        ManualPage.of("docs/reference/study-folder.md").mustBe(StudyFolderPage.of(PublishedSchema.all()));
    }

    @Test
    void every_key_says_what_it_is() {
        assertThat(StudyFolderPage.of(PublishedSchema.all()).lines())
                .noneMatch(line -> line.startsWith("| ") && line.contains("|  |"));
    }
}
