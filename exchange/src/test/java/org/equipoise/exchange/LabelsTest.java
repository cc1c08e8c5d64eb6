package org.equipoise.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.exchange.draft.Draft;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.YamlReader;
import org.junit.jupiter.api.Test;

/// How often what is found in real sources is right, by labels that were written before the checks were tuned:
/// `src/test/labels/README.md`. A finding without a label counts as wrong.
class LabelsTest {
    private static final Path LABELS = Fixtures.ROOT.resolve("exchange/src/test/labels");
    private static final double PRECISE = 0.9;
    private static final double THOROUGH = 0.85;

    /// Only kinds that some label names are counted; the others say that a part has no counterpart in the source.
    private static final Set<String> COUNTED = files().stream()
            .flatMap(file -> file.list("labels").stream())
            .map(label -> label.text("finding"))
            .collect(Collectors.toSet());

    private record Asked(String finding, String at) {}

    @Test
    void what_is_found_is_mostly_right_and_most_of_what_is_right_is_found() {
        int right = 0;
        int asked = 0;
        int labelled = 0;
        int met = 0;
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Node file : files()) {
            List<Asked> here = asked(Fixtures.draft(file.text("source"))).stream()
                    .filter(each -> COUNTED.contains(each.finding()))
                    .toList();
            List<Node> labels = file.list("labels");
            for (Asked each : here) {
                asked++;
                if (labels.stream().anyMatch(label -> isRight(label) && names(label, each))) {
                    right++;
                } else {
                    wrong.add(each.finding() + " " + each.at());
                }
            }
            for (Node label : labels.stream().filter(LabelsTest::isRight).toList()) {
                labelled++;
                if (here.stream().anyMatch(each -> names(label, each))) {
                    met++;
                } else {
                    missed.add(file.text("source") + " " + label.text("finding") + " " + label.text("at"));
                }
            }
        }
        System.out.printf(
                "Findings on real sources: %d of %d right (precision %.3f); %d of %d expected ones found (recall %.3f)%n",
                right, asked, (double) right / asked, met, labelled, (double) met / labelled);
        System.out.println("  wrong or without a label: " + wrong);
        System.out.println("  not found: " + missed);
        assertThat((double) right / asked).as("precision; wrong: " + wrong).isGreaterThanOrEqualTo(PRECISE);
        assertThat((double) met / labelled).as("recall; missed: " + missed).isGreaterThanOrEqualTo(THOROUGH);
    }

    private static boolean isRight(Node label) {
        return label.text("verdict").equals("right");
    }

    /// The label's place is the end of the finding's place, or an element on the way to it.
    private static boolean names(Node label, Asked asked) {
        String at = label.text("at");
        String place = asked.at().replaceFirst("^[^#:]*[#:]?", "");
        return label.text("finding").equals(asked.finding())
                && (at.equals("whole")
                        ? place.isEmpty()
                        : place.equals(at) || place.endsWith("/" + at) || place.contains("/" + at + "/"));
    }

    /// Every question that a draft asks.
    private static List<Asked> asked(Draft draft) {
        List<Asked> asked = new ArrayList<>();
        draft.files().forEach((file, bytes) -> ask(tree(file, bytes), asked));
        return asked;
    }

    private static void ask(Node node, List<Asked> asked) {
        switch (node) {
            case Node.Mapping(var _, var members) ->
                members.forEach((key, value) -> {
                    if (key.equals("undecided")) {
                        value.elements().forEach(each -> asked.add(new Asked(each.text("finding"), each.text("from"))));
                    } else {
                        ask(value, asked);
                    }
                });
            case Node.Sequence(var _, var nodes) -> nodes.forEach(each -> ask(each, asked));
            case Node.Scalar _ -> {}
        }
    }

    private static List<Node> files() {
        try (Stream<Path> files = Files.list(LABELS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> tree(file.toString(), Fixtures.bytes(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node tree(String file, byte[] bytes) {
        Findings findings = new Findings();
        return YamlReader.read(file, bytes, findings)
                .orElseThrow(() -> new AssertionError(findings.inOrder().toString()));
    }
}
