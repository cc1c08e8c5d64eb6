package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.Schema;

/// What nobody has decided yet. Wherever something of a study can stand, a mapping with the key `undecided` may stand
/// instead: the question, or several, beside whatever is known already. Each question is a finding; the part is left
/// out of the study.
final class OpenDecisions {
    private final Schema questions;
    private final Findings findings;

    OpenDecisions(Schema questions, Findings findings) {
        this.questions = questions;
        this.findings = findings;
    }

    /// Turns every question of a file into its finding.
    void report(Node tree) {
        switch (tree) {
            case Node.Mapping(var place, var members) ->
                members.forEach((key, value) -> {
                    if (key.equals(Schema.UNDECIDED)) {
                        value.elements().forEach(question -> ask(place, question));
                    } else {
                        report(value);
                    }
                });
            case Node.Sequence(var _, var nodes) -> nodes.forEach(this::report);
            case Node.Scalar _ -> {}
        }
    }

    private void ask(Place place, Node question) {
        Node asked = question instanceof Node.Scalar
                ? new Node.Mapping(question.place(), new LinkedHashMap<>(Map.of("question", question)))
                : question;
        if (!questions.passes(asked, findings)) {
            return;
        }
        findings.add(new Finding(
                asked.text("finding", "open-decision"),
                asked.find("severity").map(OpenDecisions::severity).orElse(Severity.ERROR),
                place,
                asked.text("question")
                        + asked.find("from")
                                .map(from -> " (" + from.text() + ")")
                                .orElse(""),
                asked.text("why", "a trial cannot be run on a decision that nobody has taken"),
                asked.text("fix", "Decide it, and write the decision in place of 'undecided'")));
    }

    private static Severity severity(Node node) {
        return Severity.valueOf(node.text().toUpperCase(Locale.ROOT));
    }

    /// The tree without its undecided parts; a file that is undecided as a whole is empty.
    static Node without(Node tree) {
        return decided(tree).orElseGet(() -> new Node.Mapping(tree.place(), new LinkedHashMap<>()));
    }

    private static Optional<Node> decided(Node tree) {
        return switch (tree) {
            case Node.Mapping(var _, var members) when members.containsKey(Schema.UNDECIDED) -> Optional.empty();
            case Node.Mapping(var place, var members) -> {
                SequencedMap<String, Node> kept = new LinkedHashMap<>();
                members.forEach((key, value) -> decided(value).ifPresent(node -> kept.put(key, node)));
                yield Optional.of(new Node.Mapping(place, kept));
            }
            case Node.Sequence(var place, var nodes) -> {
                List<Node> kept = new ArrayList<>();
                nodes.forEach(node -> decided(node).ifPresent(kept::add));
                yield Optional.of(new Node.Sequence(place, List.copyOf(kept)));
            }
            case Node.Scalar scalar -> Optional.of(scalar);
        };
    }
}
