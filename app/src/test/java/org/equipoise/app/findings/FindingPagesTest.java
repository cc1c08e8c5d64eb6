package org.equipoise.app.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.app.house.Repository;
import org.equipoise.protocol.cases.Case;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.YamlReader;
import org.junit.jupiter.api.Test;

class FindingPagesTest {
    private static final Path FOLDER = Repository.ROOT.resolve("docs/reference/findings");
    private static final Path PROBLEMS = Origin.READING.folder().resolve("problems.yaml");

    /// The rooms whose kinds of finding have cases.
    private static final Set<String> ROOMS = Set.of("protocol", "rehearsal", "exchange");
    private static final Pattern MAKES_FINDINGS =
            Pattern.compile("\\bfindings\\s*\\.\\s*(?:error|warning|information)\\(|\\bDoubt\\.");

    @Test
    void the_manual_has_a_current_page_of_every_kind_and_no_other() throws IOException {
        SortedMap<String, String> pages = new FindingPages(problems()).pages();
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            write(pages);
        }
        assertThat(Files.isDirectory(FOLDER))
                .as("write the pages with -Dequipoise.docs=write")
                .isTrue();
        assertThat(standing())
                .as("the pages are not those of the cases; write them anew with -Dequipoise.docs=write")
                .isEqualTo(pages);
    }

    private static SortedMap<String, String> standing() {
        return Case.files(FOLDER).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        page -> new String(page.getValue(), StandardCharsets.UTF_8),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static void write(SortedMap<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String old : Case.files(FOLDER).keySet()) {
            if (!pages.containsKey(old)) {
                Files.delete(FOLDER.resolve(old));
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }

    @Test
    void what_is_said_to_find_a_problem_is_a_kind_of_finding() throws IOException {
        Set<String> kinds = Stream.of(Origin.values())
                .flatMap(origin -> origin.cases().stream())
                .map(Case::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Node> problems = problems().list("problems");
        assertThat(problems).hasSize(30);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(kinds).containsAll(problem.texts("by"));
            assertThat(problem.texts("by").isEmpty() && problem.text("note").isEmpty())
                    .as("%s needs a person, and nothing says why", problem.text("id"))
                    .isFalse();
        });
    }

    @Test
    void only_rooms_whose_kinds_have_cases_make_findings() throws IOException {
        Set<String> making = new TreeSet<>();
        try (Stream<Path> rooms = Files.list(Repository.ROOT)) {
            for (Path room : rooms.filter(each -> Files.isDirectory(each.resolve("src/main/java")))
                    .toList()) {
                if (Case.files(room.resolve("src/main/java")).values().stream()
                        .anyMatch(source -> MAKES_FINDINGS
                                .matcher(new String(source, StandardCharsets.UTF_8))
                                .find())) {
                    making.add(room.getFileName().toString());
                }
            }
        }
        assertThat(making).isEqualTo(ROOMS);
    }

    private static Node problems() throws IOException {
        return YamlReader.read("problems.yaml", Files.readAllBytes(PROBLEMS), new Findings())
                .orElseThrow();
    }
}
