package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.source.Node;

/// The manual's page of findings: each kind with a wrong example and its right neighbour, taken from the cases.
final class FindingsPage {
    private final List<String> lines = new ArrayList<>();

    private FindingsPage() {}

    static String of(List<Example> cases, Node problems) {
        FindingsPage page = new FindingsPage();
        page.lines.addAll(List.of(
                "# What `equipoise check` finds",
                "",
                "Written from the cases in [protocol/src/test/cases](../../protocol/src/test/cases/README.md)"
                        + " (`mvn verify -Dequipoise.docs=write`), not by hand.",
                "An error forbids activation. A warning needs a decision: correct the study, or accept the finding in"
                        + " `acceptances.yaml` with a written reason. A remark is worth a look.",
                "Every example is a change of one small invented study.",
                ""));
        Map<String, List<Example>> kinds = cases.stream()
                .collect(Collectors.groupingBy(
                        example -> example.name().substring(0, example.name().indexOf('/')),
                        TreeMap::new,
                        Collectors.toList()));
        kinds.forEach(page::kind);
        page.problems(problems);
        return String.join("\n", page.lines) + "\n";
    }

    private void kind(String id, List<Example> examples) {
        Example wrong = first(examples, false);
        Finding finding = wrong.findings().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow();
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        lines.addAll(List.of("## " + id, "", "*" + severity + "*: " + finding.why() + ".", ""));
        example("Wrong", wrong);
        lines.addAll(List.of("> " + finding.sentence(), ""));
        example("Right", first(examples, true));
    }

    private static Example first(List<Example> examples, boolean right) {
        return examples.stream()
                .filter(example -> example.says().list("findings").isEmpty() == right)
                .findFirst()
                .orElseThrow();
    }

    private void example(String word, Example example) {
        lines.addAll(List.of("**" + word + ".** " + example.says().text("about"), ""));
        for (Node change : example.says().list("change")) {
            lines.add("```diff");
            lines.add("# " + change.text("file"));
            change.text("from").lines().forEach(line -> lines.add("- " + shortened(line)));
            change.text("to").lines().forEach(line -> lines.add("+ " + shortened(line)));
            lines.addAll(List.of("```", ""));
        }
        List<String> without = example.says().texts("without");
        if (!without.isEmpty()) {
            lines.addAll(List.of("Without " + String.join(", ", without) + ".", ""));
        }
    }

    private static String shortened(String line) {
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }

    private void problems(Node problems) {
        lines.addAll(List.of(
                "# The thirty problems of the first study's registry record",
                "",
                "Which of them a program finds, and why the others need a person.",
                "",
                "| problem | | found by | |",
                "|---|---|---|---|"));
        for (Node problem : problems.list("problems")) {
            List<String> by = problem.texts("by");
            lines.add("| %s | %s | %s | %s |"
                    .formatted(
                            problem.text("id"),
                            problem.text("about"),
                            by.isEmpty() ? "a person" : String.join(", ", by),
                            problem.text("note")));
        }
    }
}
