package org.equipoise.rehearsal.plan;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.equipoise.protocol.source.Node;

/// A scenario is the default with some assumptions replaced. Each node keeps the place where it was written, so that a
/// finding names the right line.
final class ScenarioTree {
    private ScenarioTree() {}

    /// The tree with what `with` replaces; parameters of the model stand directly under `model` there.
    static Node of(Node tree, Node with) {
        SequencedMap<String, Node> members = new LinkedHashMap<>(with.members());
        with.find("model").ifPresent(parameters -> {
            SequencedMap<String, Node> model = new LinkedHashMap<>();
            model.put("parameters", parameters);
            members.put("model", new Node.Mapping(parameters.place(), model));
        });
        return merged(tree, new Node.Mapping(with.place(), members));
    }

    private static Node merged(Node before, Node now) {
        boolean both = before instanceof Node.Mapping && now instanceof Node.Mapping;
        if (!both || isAssumption(now)) {
            return now;
        }
        SequencedMap<String, Node> members = new LinkedHashMap<>(before.members());
        now.members().forEach((key, node) -> members.merge(key, node, ScenarioTree::merged));
        return new Node.Mapping(before.place(), members);
    }

    static boolean isAssumption(Node node) {
        return node.find("value").isPresent() && node.find("source").isPresent();
    }
}
