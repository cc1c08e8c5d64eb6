package org.equipoise.protocol.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Reads `eligibility.yaml`.
final class EligibilityReading {
    private final Findings findings;
    private final Conditions conditions;
    private final List<String> forms;

    EligibilityReading(Findings findings, Conditions conditions, List<Form> forms) {
        this.findings = findings;
        this.conditions = conditions;
        this.forms = forms.stream().map(Form::id).toList();
    }

    List<Criterion> criteria(Node tree) {
        Map<String, Integer> windows = new HashMap<>();
        tree.find("windows").ifPresent(node -> node.members().forEach((form, days) -> {
            Unknown.name(findings, days, form, "form", forms);
            windows.put(form, Integer.valueOf(days.text()));
        }));
        return tree.list("criteria").stream()
                .map(node -> criterion(node, windows))
                .toList();
    }

    private Criterion criterion(Node node, Map<String, Integer> ofStudy) {
        Condition holds = conditions.condition(node.get("holds"));
        Map<String, Integer> windows = new HashMap<>(ofStudy);
        Optional<Integer> own = node.find("window").map(days -> Integer.valueOf(days.text()));
        own.ifPresent(days -> holds.items().stream().map(ItemName::form).forEach(form -> windows.put(form, days)));
        return new Criterion(
                node.text("id"),
                Criterion.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
                Labels.label(node.get("text")),
                holds,
                windows);
    }
}
