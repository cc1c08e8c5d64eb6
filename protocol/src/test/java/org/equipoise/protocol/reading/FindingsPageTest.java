package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.YamlReader;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("equipoise.root"), "docs", "reference", "findings.md");

    /// Kinds that another room contributes.
    private static final Set<String> CONTRIBUTED = Set.of("excludes-nobody", "low-assurance");

    @Test
    void the_manual_page_is_current() throws IOException {
        String page = FindingsPage.of(Example.below(Example.CASES), problems());
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("the page is older than the cases; write it anew with -Dequipoise.docs=write")
                .content()
                .isEqualTo(page);
    }

    @Test
    void what_is_said_to_find_a_problem_is_a_kind_of_finding() throws IOException {
        Set<String> kinds = new TreeSet<>(FindingKinds.inSources());
        kinds.addAll(CONTRIBUTED);
        List<Node> problems = problems().list("problems");
        assertThat(problems).hasSize(30);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(kinds).containsAll(problem.texts("by"));
            assertThat(problem.texts("by").isEmpty() && problem.text("note").isEmpty())
                    .as("%s needs a person, and nothing says why", problem.text("id"))
                    .isFalse();
        });
    }

    private static Node problems() throws IOException {
        return YamlReader.read(
                        "problems.yaml", Files.readAllBytes(Example.CASES.resolve("problems.yaml")), new Findings())
                .orElseThrow();
    }
}
