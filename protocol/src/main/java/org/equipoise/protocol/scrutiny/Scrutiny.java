package org.equipoise.protocol.scrutiny;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;

/// What is questioned: the study, the trees of its files, in which every part has its line, and where findings go.
///
/// @param files the trees by the path of their file
public record Scrutiny(Study study, Vocabulary vocabulary, Map<String, Node> files, Findings findings) {

    /// The questions know nothing of each other, so they are asked at once.
    public void run() {
        List<Consumer<Scrutiny>> questions = List.of(
                scrutiny -> new Schedule(scrutiny).question(),
                scrutiny -> new Arms(scrutiny).question(),
                scrutiny -> new Strata(scrutiny).question(),
                scrutiny -> new Ranges(scrutiny).question(),
                scrutiny -> new Conditions(scrutiny).question(),
                scrutiny -> new Criteria(scrutiny).question(),
                scrutiny -> new EarlyEnough(scrutiny).question(),
                scrutiny -> new Endpoints(scrutiny).question(),
                scrutiny -> new Wording(scrutiny).question(),
                scrutiny -> new Unmasking(scrutiny).question(),
                scrutiny -> new Decisions(scrutiny).question(),
                scrutiny -> new Uses(scrutiny).question());
        questions.parallelStream().map(this::found).toList().forEach(findings::addAll);
    }

    private Findings found(Consumer<Scrutiny> question) {
        Findings found = new Findings();
        question.accept(new Scrutiny(study, vocabulary, files, found));
        return found;
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
