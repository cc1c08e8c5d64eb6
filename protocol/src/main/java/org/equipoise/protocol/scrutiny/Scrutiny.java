package org.equipoise.protocol.scrutiny;

import java.util.Map;
import java.util.Optional;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;

/// What is questioned: the study, the trees of its files, in which every part has its line, and where findings go.
///
/// @param files the trees by the path of their file
public record Scrutiny(Study study, Vocabulary vocabulary, Map<String, Node> files, Findings findings) {

    public void run() {
        new Schedule(this).question();
        new Arms(this).question();
        new Strata(this).question();
        new Conditions(this).question();
        new Criteria(this).question();
        new EarlyEnough(this).question();
        new Endpoints(this).question();
        new Wording(this).question();
        new Unmasking(this).question();
        new Decisions(this).question();
        new Uses(this).question();
    }

    Optional<Node> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    Node required(String path) {
        return file(path).orElseThrow(() -> new IllegalStateException("a study without " + path));
    }

    /// The element of a list that has this id.
    static Optional<Node> named(Node tree, String list, String id) {
        return tree.list(list).stream()
                .filter(node -> node.text("id").equals(id))
                .findFirst();
    }
}
