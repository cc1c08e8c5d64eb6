package org.equipoise.app.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.app.house.Repository;
import org.equipoise.app.staging.StudyCheck;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a rehearsal finds in a study: cases as data, `src/test/cases/README.md` says how to add one.
class ContributedCasesTest {
    private static final Path CASES = Repository.ROOT.resolve("app/src/test/cases");

    @TestFactory
    Stream<DynamicTest> every_case_has_its_findings_and_no_other() throws IOException {
        try (Stream<Path> paths = Files.walk(CASES)) {
            return paths.filter(path -> path.endsWith("case.yaml")).sorted().toList().stream()
                    .map(path -> DynamicTest.dynamicTest(
                            CASES.relativize(path.getParent()).toString(), () -> compare(path)));
        }
    }

    private static void compare(Path path) throws IOException {
        String kind = CASES.relativize(path).getName(0).toString();
        Findings unreadable = new Findings();
        Node says = YamlReader.read("case.yaml", Files.readAllBytes(path), unreadable)
                .orElseThrow(() -> new AssertionError(unreadable.inOrder()));
        List<Finding> open = StudyCheck.findings(changed(says), false).stream()
                .filter(weighed -> weighed.acceptance().isEmpty())
                .map(weighed -> weighed.finding())
                .toList();
        assertThat(open.stream()
                        .filter(finding -> finding.severity() != Severity.INFORMATION)
                        .map(Finding::id)
                        .distinct()
                        .sorted())
                .containsExactlyElementsOf(says.texts("finds"));
        if (says.find("remarks").isPresent()) {
            assertThat(open.stream().anyMatch(finding -> finding.id().equals(kind)))
                    .isEqualTo(says.texts("remarks").contains(kind));
        }
    }

    private static StudyFolder changed(Node says) {
        StudyFolder study = TestStudies.folder(TestStudies.TRIALS.resolve(says.text("study")));
        SortedMap<String, byte[]> files = new TreeMap<>(study.files());
        for (Node change : says.list("change")) {
            String file = change.text("file");
            String text = new String(Objects.requireNonNull(files.get(file), file), StandardCharsets.UTF_8);
            assertThat(text).containsOnlyOnce(change.text("from"));
            files.put(file, text.replace(change.text("from"), change.text("to")).getBytes(StandardCharsets.UTF_8));
        }
        files.keySet().removeAll(says.texts("without"));
        return new StudyFolder(study.name(), files);
    }
}
