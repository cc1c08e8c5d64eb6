package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// Reads the derivations of `endpoints.yaml`. One may rest on those before it, never on itself.
final class DerivationReading {
    private final Findings findings;
    private final Design design;
    private final Vocabulary vocabulary;

    DerivationReading(Findings findings, Design design, Vocabulary vocabulary) {
        this.findings = findings;
        this.design = design;
        this.vocabulary = vocabulary;
    }

    List<Derivation> derivations(Node tree) {
        List<Derivation> derivations = new ArrayList<>();
        Set<String> before = new LinkedHashSet<>();
        for (Node node : tree.list("derivations")) {
            Derivation derivation = derivation(node, new Conditions(with(before), findings));
            derivations.add(derivation);
            before.add(derivation.id());
        }
        return derivations;
    }

    /// The vocabulary of the analysis, in which these derivations have names.
    Vocabulary with(Set<String> derivations) {
        return vocabulary.withDerivations(derivations);
    }

    private Derivation derivation(Node node, Conditions conditions) {
        List<String> encounters =
                design.encounters().stream().map(Encounter::id).toList();
        Unknown.name(findings, node.get("from"), "unknown-encounter", encounters);
        int from = Math.max(0, encounters.indexOf(node.text("from")));
        return new Derivation(
                node.text("id"),
                Labels.label(node.get("label")),
                conditions.condition(node.get("holds")),
                encounters.subList(from, encounters.size()),
                Boolean.parseBoolean(node.text("permanent", "false")),
                node.text("source"),
                node.text("certainty"));
    }
}
