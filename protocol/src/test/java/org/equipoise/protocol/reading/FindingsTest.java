package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.source.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the protocol may say: studies that say it wrongly, with the findings to the word, and studies that say it
/// right.
/// The cases are data; `src/test/cases/README.md` says how to add one.
class FindingsTest {
    private static final List<Example> CASES = Example.below(Example.CASES);

    @TestFactory
    Stream<DynamicTest> every_case_has_its_findings_and_no_other() {
        return CASES.stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    List<Finding> findings = example.findings();
                    assertThat(findings.stream().map(Told::of))
                            .containsExactlyElementsOf(example.says().list("findings").stream()
                                    .map(node -> Told.expected(example, node))
                                    .toList());
                    StudyReader.Reading reading = example.read();
                    assertThat(findings).allSatisfy(Sentences::sayWhatToDo);
                    assertThat(reading.study().isPresent())
                            .as("a study is handed out exactly when nothing forbids it")
                            .isEqualTo(reading.findings().stream()
                                    .noneMatch(finding -> finding.severity() == Severity.ERROR));
                }));
    }

    @Test
    void the_base_study_has_no_finding() {
        assertThat(Example.base().read().findings()).isEmpty();
    }

    @Test
    void every_kind_of_finding_has_a_wrong_case_and_a_right_case_and_no_case_is_of_an_unknown_kind() {
        SortedSet<String> wrong = new TreeSet<>();
        SortedSet<String> right = new TreeSet<>();
        for (Example example : CASES) {
            (ids(example).isEmpty() ? right : wrong).add(kind(example));
        }
        SortedSet<String> kinds = FindingKinds.inSources();
        assertThat(wrong).as("kinds with a wrong case").isEqualTo(kinds);
        assertThat(right).as("kinds with a right case").isEqualTo(kinds);
    }

    @Test
    void a_wrong_case_stands_in_the_folder_of_a_finding_that_it_has() {
        assertThat(CASES)
                .filteredOn(example -> !ids(example).isEmpty())
                .allSatisfy(example -> assertThat(ids(example)).contains(kind(example)));
    }

    private static String kind(Example example) {
        return example.name().substring(0, example.name().indexOf('/'));
    }

    private static Set<String> ids(Example example) {
        return new TreeSet<>(example.says().list("findings").stream()
                .map(node -> node.text("id"))
                .toList());
    }

    /// A finding as a case tells it. The reason is left out: it is one for many.
    private record Told(String id, String severity, String file, int line, String message, String fix) {

        static Told of(Finding finding) {
            return new Told(
                    finding.id(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.place().file(),
                    finding.place().line(),
                    finding.message(),
                    finding.fix());
        }

        /// The line is a number, or the text that stands on it and on no other.
        static Told expected(Example example, Node node) {
            return new Told(
                    node.text("id"),
                    node.text("severity", "error"),
                    node.text("file"),
                    line(example, node),
                    node.text("message"),
                    node.text("fix"));
        }

        private static int line(Example example, Node node) {
            if (node.get("line") instanceof Node.Scalar(var _, var kind, var number)
                    && kind == Node.Scalar.Kind.INTEGER) {
                return Integer.parseInt(number);
            }
            List<String> lines = example.lines(node.text("file"));
            assertThat(lines).as("a line that tells the place").containsOnlyOnce(node.text("line"));
            return lines.indexOf(node.text("line")) + 1;
        }
    }
}
