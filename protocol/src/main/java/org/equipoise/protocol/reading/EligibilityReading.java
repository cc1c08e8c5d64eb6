package org.equipoise.protocol.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Reads `eligibility.yaml`.
final class EligibilityReading {
    private final Findings findings;
    private final Conditions conditions;
    private final List<Form> forms;
    private final Set<String> knownInTime;

    EligibilityReading(Findings findings, Conditions conditions, List<Form> forms, Design design) {
        this.findings = findings;
        this.conditions = conditions;
        this.forms = forms;
        this.knownInTime = forms.stream()
                .filter(form -> isKnownInTime(form, design))
                .map(Form::id)
                .collect(Collectors.toSet());
    }

    /// Whether the form's answers can be there when eligibility is decided: it is filled in before day 1, or on
    /// day 1 with answers of that day.
    private static boolean isKnownInTime(Form form, Design design) {
        return design.encounters().stream()
                .filter(encounter -> encounter.forms().contains(form.id()))
                .anyMatch(encounter -> encounter.isScreening()
                        || (encounter.activities().contains(Encounter.Activity.RANDOMIZATION)
                                && !form.rules().resultsLater()));
    }

    List<Criterion> criteria(Node tree) {
        List<String> known = forms.stream().map(Form::id).toList();
        Map<String, Integer> windows = new HashMap<>();
        tree.find("windows")
                .ifPresent(node -> node.members().forEach((form, days) -> {
                    Unknown.name(findings, days, form, "unknown-form", known);
                    windows.put(form, Integer.valueOf(days.text()));
                }));
        return tree.list("criteria").stream()
                .map(node -> criterion(node, windows))
                .toList();
    }

    private Criterion criterion(Node node, Map<String, Integer> ofStudy) {
        Condition holds = conditions.condition(node.get("holds"));
        Set<String> read = holds.items().stream().map(ItemName::form).collect(Collectors.toSet());
        forms.stream()
                .map(Form::id)
                .filter(form -> read.contains(form) && !knownInTime.contains(form))
                .forEach(form -> tooLate(node.get("holds"), form));
        Map<String, Integer> windows = new HashMap<>(ofStudy);
        Optional<Integer> own = node.find("window").map(days -> Integer.valueOf(days.text()));
        own.ifPresent(days -> read.forEach(form -> windows.put(form, days)));
        return new Criterion(
                node.text("id"),
                Criterion.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
                Labels.label(node.get("text")),
                holds,
                windows);
    }

    private void tooLate(Node node, String form) {
        findings.error(
                "known-too-late",
                node.place(),
                "nothing of the form '" + form + "' is known when eligibility is decided",
                "a result that comes back after the first dose cannot decide who is given it",
                "Add the form to a screening visit");
    }
}
