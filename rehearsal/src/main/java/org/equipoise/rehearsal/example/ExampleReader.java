package org.equipoise.rehearsal.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Schema;
import org.equipoise.protocol.source.YamlReader;

/// Reads the files in `participants/`. An example may start from another one (`like`) and a visit from an earlier
/// visit; what stands in the file itself then overrides form by form and item by item.
public final class ExampleReader {
    private static final String WHY = "an example that cannot be played shows nothing";
    private static final String FOLDER = "participants/";
    private static final int DEEPEST = 10;

    private final Study study;
    private final Findings findings = new Findings();
    private final SequencedMap<String, Node> trees = new LinkedHashMap<>();

    private ExampleReader(Study study) {
        this.study = study;
    }

    /// The examples that can be played, and every finding.
    public record Reading(List<Example> examples, List<Finding> findings) {}

    public static Reading read(Study study) {
        ExampleReader reader = new ExampleReader(study);
        List<Example> examples = reader.examples();
        // What many examples start from is wrong once.
        return new Reading(
                examples, reader.findings.inOrder().stream().distinct().toList());
    }

    private List<Example> examples() {
        Schema schema = Schema.of(schema());
        study.folder().files().forEach((file, bytes) -> {
            if (file.startsWith(FOLDER)) {
                YamlReader.read(file, bytes, findings)
                        .filter(tree -> schema.passes(tree, findings))
                        .ifPresent(this::remember);
            }
        });
        List<Example> examples = new ArrayList<>();
        for (Node tree : trees.values()) {
            inherited(tree, 0)
                    .flatMap(whole -> new ExampleReading(study, findings).example(tree, whole))
                    .ifPresent(examples::add);
        }
        return examples;
    }

    private void remember(Node tree) {
        if (trees.putIfAbsent(tree.text("id"), tree) != null) {
            findings.error(
                    "named-twice",
                    tree.get("id").place(),
                    "the example '" + tree.text("id") + "' exists twice",
                    "one could not be told from the other",
                    "Rename or remove one of the two");
        }
    }

    /// The example with everything it takes from those it starts from.
    private Optional<Node> inherited(Node tree, int depth) {
        Optional<Node> like = tree.find("like");
        if (like.isEmpty()) {
            return Optional.of(tree);
        }
        Node other = trees.get(like.get().text());
        if (other == null || depth > DEEPEST) {
            findings.error(
                    "unknown-example",
                    like.get().place(),
                    depth > DEEPEST
                            ? "'" + like.get().text() + "' starts from itself"
                            : "there is no example '" + like.get().text() + "'",
                    WHY,
                    NearestWord.to(like.get().text(), trees.keySet())
                            .filter(_ -> other == null)
                            .map(nearest -> "Did you mean '" + nearest + "'?")
                            .orElse("Name another example"));
            return Optional.empty();
        }
        return inherited(other, depth + 1).map(base -> merged(base, tree));
    }

    /// Mappings are merged key by key; anything else replaces what stood there.
    static Node merged(Node base, Node over) {
        if (!(base instanceof Node.Mapping(var _, var old) && over instanceof Node.Mapping(var place, var news))) {
            return over;
        }
        SequencedMap<String, Node> members = new LinkedHashMap<>(old);
        news.forEach((key, value) -> members.merge(key, value, ExampleReader::merged));
        return new Node.Mapping(place, members);
    }

    private static String schema() {
        String resource = "/org/equipoise/rehearsal/participant.json";
        try (InputStream stream = ExampleReader.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
