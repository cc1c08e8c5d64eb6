package org.equipoise.protocol.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Reads `checks.yaml`.
final class CheckReading {
    private final Findings findings;
    private final Conditions conditions;
    private final List<Form> forms;

    CheckReading(Findings findings, Conditions conditions, List<Form> forms) {
        this.findings = findings;
        this.conditions = conditions;
        this.forms = forms;
    }

    List<Check> checks(Optional<Node> tree) {
        return tree.map(file -> file.list("checks")).orElse(List.of()).stream()
                .map(this::check)
                .toList();
    }

    private Check check(Node node) {
        List<String> known = forms.stream().map(Form::id).toList();
        node.list("on").forEach(form -> Unknown.name(findings, form, "unknown-form", known));
        List<Form> on = forms.stream()
                .filter(form -> node.texts("on").contains(form.id()))
                .toList();
        Set<String> logs =
                on.stream().filter(form -> form.rules().log()).map(Form::id).collect(Collectors.toSet());
        if (!logs.isEmpty() && on.size() > 1) {
            error(
                    "mixed-check",
                    node.get("on"),
                    "a check on a log cannot also be on other forms",
                    "Make it two checks, or ask with any(log, …)");
        }
        String to = node.text("query-to");
        if (on.stream().anyMatch(form -> form.rules().hiddenFrom().contains(to))) {
            error(
                    "hidden-query",
                    node.get("query-to"),
                    "the query goes to the " + to + ", from whom the form is hidden",
                    "Send it to a role that may read the form");
        }
        return new Check(
                node.text("id"),
                node.texts("on"),
                conditions.condition(node.get("fires-when"), logs),
                Labels.label(node.get("message")),
                to,
                Boolean.parseBoolean(node.text("deviation", "false")),
                node.text("certainty"));
    }

    private void error(String kind, Node node, String what, String fix) {
        findings.error(kind, node.place(), what, "a query must reach someone who can answer it", fix);
    }
}
