package org.equipoise.protocol.scrutiny;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Figure;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;

/// Data that nothing uses, and what is defined and never used: every answer costs somebody time.
final class Uses {
    private final Scrutiny scrutiny;
    private final Study study;

    Uses(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.study = scrutiny.study();
    }

    void question() {
        List<Analysis> analyses = study.analyses();
        Set<String> analysed =
                analyses.stream().map(each -> each.endpoint().id()).collect(Collectors.toSet());
        Set<String> asked = analyses.stream().map(each -> each.estimand().id()).collect(Collectors.toSet());
        Node endpoints = scrutiny.required("endpoints.yaml");
        study.endpoints().stream()
                .map(Endpoint::id)
                .filter(id -> !analysed.contains(id))
                .forEach(id -> unused(endpoints, "endpoints", id, "no analysis estimates the endpoint '" + id + "'"));
        study.plan().estimands().stream()
                .map(Estimand::id)
                .filter(id -> !asked.contains(id))
                .forEach(id -> unused(endpoints, "estimands", id, "no analysis answers the estimand '" + id + "'"));
        Set<String> shown = shown();
        analyses.stream()
                .map(Analysis::id)
                .filter(id -> !shown.contains(id))
                .forEach(id -> unused(
                        scrutiny.required("analysis.yaml"),
                        "analyses",
                        id,
                        "no table or figure shows the analysis '" + id + "'"));
        Set<ItemName> used = used();
        study.forms().forEach(form -> items(form, used));
    }

    private void unused(Node tree, String list, String id, String what) {
        Scrutiny.named(tree, list, id)
                .ifPresent(node -> scrutiny.findings()
                        .warning(
                                "never-used",
                                node.get("id").place(),
                                what,
                                "a question that is not answered, or an answer that is not shown, was promised to somebody"
                                        + " (SPIRIT 2025 items 16, 27a)",
                                "Use it, or remove it"));
    }

    private Set<String> shown() {
        Set<String> shown = new HashSet<>();
        for (Table table : study.plan().tables()) {
            if (table.subject() instanceof Table.Subject.Answers(var answers)) {
                answers.forEach(answer -> shown.add(answer.id()));
            }
        }
        for (Figure figure : study.plan().figures()) {
            switch (figure.subject()) {
                case Figure.Subject.Responses(var analysis) -> shown.add(analysis.id());
                case Figure.Subject.Medians(var analysis) -> shown.add(analysis.id());
                case Figure.Subject.Lines(var analysis) -> shown.add(analysis.id());
                case Figure.Subject.AdverseEvents() -> {}
            }
        }
        return shown;
    }

    private Set<ItemName> used() {
        Set<ItemName> used = new HashSet<>();
        Said.in(scrutiny).forEach(said -> used.addAll(said.condition().items()));
        for (Form form : study.forms()) {
            form.scores().forEach(score -> used.addAll(score.inputs().values()));
        }
        for (Endpoint endpoint : study.endpoints()) {
            switch (endpoint) {
                case Endpoint.Change change -> used.add(change.item());
                case Endpoint.Level level -> used.add(level.item());
                case Endpoint.State state -> state.among().ifPresent(among -> used.addAll(among.items()));
                case Endpoint.Response response ->
                    response.inputs().values().forEach(input -> {
                        if (input instanceof Endpoint.Input.Recorded(var item)) {
                            used.add(item);
                        }
                    });
            }
        }
        study.safety().grading().ifPresent(grading -> grading.tests().forEach(test -> used.add(test.item())));
        if (!study.safety().specialInterest().isEmpty()) {
            used.add(new ItemName("adverse_event", "term"));
        }
        planned(used);
        return used;
    }

    private void planned(Set<ItemName> used) {
        study.plan().baseline().forEach(row -> used.add(row.item()));
        study.plan().blinding().ifPresent(plan -> plan.guesses().forEach(guess -> used.add(guess.item())));
        study.plan()
                .adverseEvents()
                .ifPresent(plan ->
                        plan.kinds().forEach(kind -> kind.when().ifPresent(when -> used.addAll(when.items()))));
        study.plan()
                .estimands()
                .forEach(estimand -> estimand.intercurrentEvents()
                        .forEach(event -> event.detected().ifPresent(detection -> {
                            if (detection instanceof Estimand.Detection.Held(var condition)) {
                                used.addAll(condition.items());
                            }
                        })));
    }

    private void items(Form form, Set<ItemName> used) {
        List<String> unused = new ArrayList<>();
        for (Item item : form.items()) {
            if (!used.contains(item.name()) && !item.confidential()) {
                unused.add(item.name().item());
            }
        }
        if (!unused.isEmpty()) {
            scrutiny.findings()
                    .information(
                            "unused-item",
                            Said.tree(scrutiny, form).orElseThrow().get("id").place(),
                            "nothing uses " + unused.size() + " of the items of '" + form.id() + "': "
                                    + String.join(", ", unused.subList(0, Math.min(8, unused.size())))
                                    + (unused.size() > 8 ? ", …" : ""),
                            "every answer costs the participant and the staff time (SPIRIT 2025 item 25a)",
                            "Use them in a rule, an endpoint or a table, or stop asking");
        }
    }
}
