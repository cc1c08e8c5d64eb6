package org.equipoise.protocol.reading;

import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// A file of a study by itself, against its schema: its tree where it has the right shape, what is wrong with it, and
/// what in it nobody has decided.
record Shaped(Optional<Node> tree, Findings findings, Findings questions) {
    private static final List<String> FILES = List.of(
            "protocol",
            "schedule",
            "eligibility",
            "endpoints",
            "analysis",
            "checks",
            "safety",
            "codelists",
            "ranges",
            "published");

    /// Every file that the protocol reads, by its name. Files know nothing of each other, so they are read at once.
    static Map<String, Shaped> of(StudyFolder folder) {
        return folder.files().keySet().parallelStream()
                .flatMap(file -> schema(file).stream().map(schema -> new SimpleEntry<>(file, schema)))
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey,
                        file -> of(file.getKey(), folder.file(file.getKey()).orElseThrow(), file.getValue())));
    }

    private static Optional<String> schema(String file) {
        return file.startsWith("forms/") && file.endsWith(".yaml")
                ? Optional.of("form")
                : FILES.stream().filter(name -> file.equals(name + ".yaml")).findFirst();
    }

    private static Shaped of(String file, byte[] bytes, String schema) {
        Findings findings = new Findings();
        Findings questions = new Findings();
        Optional<Node> tree = YamlReader.read(file, bytes, findings);
        tree.ifPresent(new OpenDecisions(StudySchemas.of("question"), questions)::report);
        // What is undecided leaves gaps; what they break is not said beside the question.
        Findings further = questions.hasErrors() ? new Findings() : findings;
        Optional<Node> decided = tree.filter(read -> StudySchemas.of(schema).passes(read, findings))
                .filter(read -> NamedOnce.holds(read, findings))
                .map(OpenDecisions::without)
                .filter(without ->
                        without.equals(tree.get()) || StudySchemas.of(schema).passes(without, further));
        return new Shaped(decided, findings, questions);
    }
}
