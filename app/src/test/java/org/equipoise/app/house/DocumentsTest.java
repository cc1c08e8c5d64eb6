package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Pages that lead somewhere lead to what exists.
class DocumentsTest {
    /// A link of Markdown to a file of ours: its text, and its target without a place in the page.
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\((?!https?:|mailto:|#)([^)#\\s]+)[^)]*\\)");

    /// Code in a line, in which brackets are no links.
    private static final Pattern CODE = Pattern.compile("(?<!\\[)`[^`\n]+`(?!])");

    @TestFactory
    Stream<DynamicTest> every_link_leads_to_a_file_of_that_name() {
        return pages().map(page -> dynamicTest(
                Repository.ROOT.relativize(page).toString(),
                () -> assertThat(links(page))
                        .filteredOn(link -> !leads(page, link))
                        .extracting(MatchResult::group)
                        .isEmpty()));
    }

    private static boolean leads(Path page, MatchResult link) {
        Path target = page.resolveSibling(link.group(2));
        return Files.exists(target) && (!link.group(2).endsWith(".java") || target.endsWith(link.group(1) + ".java"));
    }

    @Test
    void a_broken_link_is_seen() {
        assertThat(LINK.matcher("see [Vault](vault/Vault.java#L3) and [us](https://example.org)")
                        .results()
                        .map(link -> link.group(2)))
                .containsExactly("vault/Vault.java");
    }

    @Test
    void the_three_questions_are_answered_with_files() {
        assertThat(links(Repository.ROOT.resolve("ARCHITECTURE.md")))
                .extracting(link -> link.group(1))
                .contains("EligibilityDecider", "Vault", "FormDecider", "ItemTable");
    }

    @Test
    void what_the_readme_promises_is_what_ci_runs() {
        for (String file : List.of("README.md", ".ci/run")) {
            assertThat(Repository.read(Repository.ROOT.resolve(file)))
                    .as(file)
                    .contains("./equipoise rehearse trials/il2-lupus --seed 1")
                    .containsPattern("mvn( -B -ntp)? verify");
        }
    }

    @Test
    void the_readme_maps_every_room() {
        assertThat(Repository.read(Repository.ROOT.resolve("README.md")))
                .contains(House.STANDING.rooms().stream()
                        .map(room -> "| `" + room.name() + "` |")
                        .toList());
    }

    private static Stream<Path> pages() {
        Stream<Path> root = Stream.of("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md")
                .map(Repository.ROOT::resolve)
                .filter(Files::exists);
        Stream<Path> docs = Repository.files(Repository.ROOT.resolve("docs")).stream()
                .filter(file -> Objects.toString(file.getFileName()).endsWith(".md"));
        return Stream.concat(root, docs);
    }

    private static List<MatchResult> links(Path page) {
        String prose = CODE.matcher(Repository.read(page)).replaceAll("");
        return LINK.matcher(prose).results().toList();
    }
}
