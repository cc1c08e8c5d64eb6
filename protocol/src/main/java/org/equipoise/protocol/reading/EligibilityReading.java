package org.equipoise.protocol.reading;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.source.Node;

/// Reads `eligibility.yaml`.
final class EligibilityReading {
    private final Conditions conditions;

    EligibilityReading(Conditions conditions) {
        this.conditions = conditions;
    }

    List<Criterion> criteria(Node tree) {
        return tree.list("criteria").stream().map(this::criterion).toList();
    }

    private Criterion criterion(Node node) {
        return new Criterion(
                node.text("id"),
                Criterion.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
                Labels.label(node.get("text")),
                conditions.condition(node.get("holds")),
                node.find("window")
                        .map(days -> OptionalInt.of(Integer.parseInt(days.text())))
                        .orElse(OptionalInt.empty()));
    }
}
