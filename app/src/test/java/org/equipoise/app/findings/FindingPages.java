package org.equipoise.app.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.protocol.cases.Case;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.source.Node;

/// The manual's pages of findings, one a kind, and their index: taken from the cases, by the name of their files.
final class FindingPages {
    static final String INDEX = "README.md";
    private static final int WIDEST = 160;

    private final Map<Origin, SortedMap<String, List<Case>>> cases = new EnumMap<>(Origin.class);
    private final Node problems;

    FindingPages(Node problems) {
        this.problems = problems;
        for (Origin origin : Origin.values()) {
            cases.put(
                    origin,
                    origin.cases().stream()
                            .collect(Collectors.groupingBy(Case::kind, TreeMap::new, Collectors.toList())));
        }
    }

    SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        cases.values().forEach(kinds -> kinds.keySet().forEach(kind -> pages.put(kind + ".md", text(page(kind)))));
        pages.put(INDEX, text(index()));
        return pages;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private List<String> page(String kind) {
        List<String> lines = new ArrayList<>(List.of("# " + kind, ""));
        cases.forEach((origin, kinds) -> {
            if (kinds.containsKey(kind)) {
                lines.addAll(section(origin, kind, kinds.get(kind)));
            }
        });
        lines.add("[All findings](" + INDEX
                + "). Written from the cases (`mvn verify -Dequipoise.docs=write`), not by hand.");
        return lines;
    }

    private static List<String> section(Origin origin, String kind, List<Case> examples) {
        Case wrong = first(examples, false);
        Finding finding = finding(origin, kind, wrong);
        List<String> lines = new ArrayList<>(List.of(
                "Found by **" + origin.words.toLowerCase(Locale.ROOT) + "**, *" + severity(finding) + "*: "
                        + finding.why() + ".",
                ""));
        lines.addAll(example("Wrong", wrong));
        lines.addAll(List.of("> " + finding.sentence(), ""));
        lines.addAll(example("Right", first(examples, true)));
        lines.addAll(
                List.of("[" + examples.size() + " cases](../../../" + origin.place + "/" + kind + ") show it.", ""));
        return lines;
    }

    private static Case first(List<Case> examples, boolean right) {
        return examples.stream()
                .filter(each -> each.isRight() == right)
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(Origin origin, String kind, Case wrong) {
        return wrong.told(origin.study(wrong)).stream()
                .map(told -> told.finding())
                .filter(found -> found.id().equals(kind) && !found.why().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> example(String word, Case each) {
        List<String> lines =
                new ArrayList<>(List.of("**" + word + ".** " + each.says().text("about"), ""));
        lines.addAll(diff(each.says().list("change"), "#"));
        lines.addAll(diff(each.says().list("decide"), "# in the draft:"));
        List<String> without = each.says().texts("without");
        if (!without.isEmpty()) {
            lines.addAll(List.of("Without " + String.join(", ", without) + ".", ""));
        }
        return lines;
    }

    private static List<String> diff(List<Node> changes, String heading) {
        List<String> lines = new ArrayList<>();
        for (Node change : changes) {
            List<String> from = change.text("from").lines().toList();
            List<String> to = change.text("to").lines().toList();
            lines.addAll(List.of("```diff", heading + " " + change.text("file")));
            int alike = alike(from, to);
            from.subList(0, alike).forEach(line -> lines.add(shortened("  " + line)));
            from.subList(alike, from.size()).forEach(line -> lines.add(shortened("- " + line)));
            to.subList(alike, to.size()).forEach(line -> lines.add(shortened("+ " + line)));
            lines.addAll(List.of("```", ""));
        }
        return lines;
    }

    /// How many lines both begin with.
    private static int alike(List<String> from, List<String> to) {
        String[] one = from.toArray(String[]::new);
        String[] other = to.toArray(String[]::new);
        int first = Arrays.mismatch(one, other);
        return first < 0 ? 0 : first;
    }

    private static String shortened(String line) {
        return (line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line).stripTrailing();
    }

    private List<String> index() {
        List<String> lines = new ArrayList<>(List.of(
                "# What is found",
                "",
                "Reading a study, rehearsing it and importing one from elsewhere each find what is wrong or open, and say where, why"
                        + " it matters and what to do.",
                "An *error* forbids activation. A *warning* needs a decision: correct the study, or accept the finding in"
                        + " `acceptances.yaml` with a written reason.",
                "*Information* is worth a look.",
                "",
                "A page for each kind, written from its cases (`mvn verify -Dequipoise.docs=write`), not by hand.",
                ""));
        cases.forEach((origin, kinds) -> {
            lines.addAll(List.of(
                    "## " + origin.words,
                    "",
                    "Cases and how to add one: [" + origin.place + "](../../../" + origin.place + "/README.md).",
                    "",
                    "| kind | | for example |",
                    "|---|---|---|"));
            kinds.forEach((kind, examples) -> {
                Finding finding = finding(origin, kind, first(examples, false));
                lines.add("| [%s](%s.md) | %s | %s |"
                        .formatted(
                                kind, kind, severity(finding), finding.message().replace("|", "\\|")));
            });
            lines.add("");
        });
        lines.addAll(problems());
        return lines;
    }

    private List<String> problems() {
        List<String> lines = new ArrayList<>(List.of(
                "## The thirty problems of the first study's registry record",
                "",
                "Which of them are found in the study that was written from it, and why the others need a person. What importing the"
                        + " record itself finds stands in [registry-record.md](../registry-record.md).",
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
        return lines;
    }
}
