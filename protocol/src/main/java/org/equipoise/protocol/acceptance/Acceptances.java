package org.equipoise.protocol.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.reading.StudySchemas;
import org.equipoise.protocol.source.Excerpt;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// The acceptances of a study. An error cannot be accepted, and an acceptance of nothing is a finding itself.
public final class Acceptances {
    public static final String FILE = "acceptances.yaml";

    private Acceptances() {}

    /// A finding and, where there is one, its acceptance.
    public record Weighed(Finding finding, Optional<Acceptance> acceptance) {}

    /// Every finding with its acceptance, and what is wrong with the acceptances.
    public static List<Weighed> weigh(StudyFolder folder, List<Finding> found) {
        Findings own = new Findings();
        List<Acceptance> acceptances = read(folder, own);
        List<Weighed> weighed = new ArrayList<>();
        for (Finding finding : found) {
            weighed.add(new Weighed(
                    finding,
                    acceptances.stream()
                            .filter(_ -> finding.severity() != Severity.ERROR)
                            .filter(acceptance -> acceptance.isOf(finding))
                            .findFirst()));
        }
        acceptances.forEach(acceptance -> question(acceptance, found, own));
        own.inOrder().forEach(finding -> weighed.add(new Weighed(finding, Optional.empty())));
        return weighed.stream()
                .sorted(Comparator.comparing(
                                (Weighed each) -> each.finding().place().file())
                        .thenComparingInt(each -> each.finding().place().line()))
                .toList();
    }

    /// Behind an error not everything has been sought, so an acceptance may still find its finding.
    private static void question(Acceptance acceptance, List<Finding> found, Findings own) {
        List<Finding> meant = found.stream().filter(acceptance::isOf).toList();
        boolean everythingSought = found.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        if (meant.isEmpty() && everythingSought) {
            own.warning(
                    "acceptance-of-nothing",
                    acceptance.place(),
                    "nothing of the kind '" + Excerpt.of(acceptance.finding()) + "' is found in "
                            + Excerpt.of(acceptance.file()) + " about '" + Excerpt.of(acceptance.about()) + "'",
                    "an acceptance that outlives its finding would hide the next one",
                    "Remove it, or correct what it names");
        } else if (!meant.isEmpty() && meant.stream().allMatch(finding -> finding.severity() == Severity.ERROR)) {
            own.error(
                    "acceptance-of-error",
                    acceptance.place(),
                    "the finding '" + acceptance.finding() + "' is an error and cannot be accepted",
                    "a study with an error cannot be run as it is written",
                    "Correct the study at " + meant.getFirst().place());
        }
    }

    private static List<Acceptance> read(StudyFolder folder, Findings findings) {
        return folder.file(FILE)
                .flatMap(bytes -> YamlReader.read(FILE, bytes, findings))
                .filter(tree -> StudySchemas.of("acceptances").passes(tree, findings))
                .map(tree -> tree.list("acceptances").stream()
                        .map(Acceptances::acceptance)
                        .toList())
                .orElse(List.of());
    }

    private static Acceptance acceptance(Node node) {
        return new Acceptance(
                node.place(),
                node.text("finding"),
                node.text("file"),
                node.text("about", ""),
                node.text("reason"),
                node.text("by"),
                node.text("date"));
    }
}
