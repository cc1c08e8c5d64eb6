package org.equipoise.conduct.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConductSpecTest {
    private static final Path PAGE = Path.of(System.getProperty("equipoise.root"), "docs", "reference", "conduct.md");
    private static final Map<String, List<Spec>> CHAPTERS = chapters();

    private static final String HEAD = """
            # What may happen next

            Made by the tests of the room `conduct` (`-Dequipoise.docs=write` makes it anew). Every paragraph is a test:
            given what is in the journal, when someone asks, then this happens or is refused, in English and in Chinese.

            The study is `trials/pressure-dose`; for logs, order, queries and sealed items it is watched more closely, by
            the files in `conduct/src/test/resources/watched-study`, and amended by those in `amended-study` beside them. The story that the paragraphs begin from, chapter by chapter:

            """;

    private static Map<String, List<Spec>> chapters() {
        Map<String, List<Spec>> chapters = new LinkedHashMap<>();
        chapters.put("The study", StudySpecs.specs());
        chapters.put("The vault", VaultSpecs.specs());
        chapters.put("Consent and eligibility", ScreeningSpecs.specs());
        chapters.put("Visits and forms", RecordingSpecs.specs());
        chapters.put("Who writes what, in which order", WatchingSpecs.order());
        chapters.put("Logs and reporting clocks", WatchingSpecs.logs());
        chapters.put("Data queries", QuerySpecs.specs());
        chapters.put("Sealed items", WatchingSpecs.sealing());
        chapters.put("Randomisation, doses and the end of participation", TreatmentSpecs.specs());
        chapters.put("Kits on their way to a site", SupplySpecs.receipt());
        chapters.put("Kits at a site", SupplySpecs.keeping());
        chapters.put("Kits handed out and brought back", SupplySpecs.handing());
        chapters.put("People's own words, and who they are", PrivacySpecs.words());
        chapters.put("Erasing a person", PrivacySpecs.erasure());
        chapters.put("Amendments", AmendmentSpecs.activation());
        chapters.put("What an amendment may not do", AmendmentSpecs.faults());
        chapters.put("Two versions at once", AmendmentSpecs.inFlight());
        return chapters;
    }

    @TestFactory
    Stream<DynamicTest> conduct_keeps_its_promises() {
        return CHAPTERS.values().stream()
                .flatMap(List::stream)
                .map(spec -> DynamicTest.dynamicTest(spec.title(), spec::run));
    }

    @Test
    void the_manual_page_is_current() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        int told = 0;
        for (Story.Past past : Story.chapters()) {
            page.append("- **").append(past.words()).append("**:\n");
            past.events().stream()
                    .skip(told)
                    .forEach(
                            event -> page.append("  - ").append(Words.of(event)).append('\n'));
            told = past.words().contains("first kit")
                    ? Story.randomized().events().size()
                    : past.events().size();
        }
        page.append('\n');
        CHAPTERS.forEach((chapter, specs) -> {
            page.append("## ").append(chapter).append("\n\n");
            specs.forEach(spec -> page.append(spec.markdown()));
        });
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).content().isEqualTo(page.toString());
    }
}
