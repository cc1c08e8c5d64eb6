package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.FormRules;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.source.Node;

/// Reads what the forms say of one another: when a form or an item is due, and after which forms.
final class FormConditions {
    private static final Set<String> RESERVED = Set.of("visit", "consent");

    private final Findings findings;
    private final Conditions conditions;
    private final List<String> known;

    private FormConditions(Findings findings, Conditions conditions, List<Form> forms) {
        this.findings = findings;
        this.conditions = conditions;
        this.known = forms.stream().map(Form::id).toList();
    }

    /// The forms with their conditions. One form's conditions know nothing of another's, so they are read at once.
    static List<Form> complete(
            List<Form> bare, List<Node> trees, Vocabulary vocabulary, Set<ItemName> sealed, Findings findings) {
        List<Completed> completed = IntStream.range(0, bare.size())
                .parallel()
                .mapToObj(i -> {
                    Findings own = new Findings();
                    Conditions conditions = new Conditions(vocabulary, sealed, own);
                    return new Completed(
                            new FormConditions(own, conditions, bare).complete(bare.get(i), trees.get(i)), own);
                })
                .toList();
        completed.forEach(each -> findings.addAll(each.findings()));
        return completed.stream().map(Completed::form).toList();
    }

    private record Completed(Form form, Findings findings) {}

    private Form complete(Form form, Node tree) {
        if (RESERVED.contains(form.id())) {
            reserved(findings, tree.get("id"), "visit.day and consent.date mean the visit and the consent themselves");
        }
        tree.list("after").forEach(name -> Unknown.name(findings, name, "unknown-form", known));
        List<Item> items = new ArrayList<>();
        List<Node> nodes = tree.list("items");
        Set<String> log = form.rules().log() ? Set.of(form.id()) : Set.of();
        for (int place = 0; place < nodes.size(); place++) {
            Item item = form.items().get(place);
            items.add(new Item(
                    item.name(),
                    item.label(),
                    item.type(),
                    item.required(),
                    when(nodes.get(place), log),
                    item.unblinding(),
                    item.identifying(),
                    item.codeLabels()));
        }
        FormRules rules = form.rules();
        return new Form(
                form.id(),
                form.title(),
                items,
                form.scores(),
                new FormRules(
                        rules.log(),
                        rules.after(),
                        rules.submittedBy(),
                        rules.hiddenFrom(),
                        when(tree, log),
                        rules.resultsLater()));
    }

    private Optional<Condition> when(Node node, Set<String> log) {
        return node.find("when").map(condition -> conditions.condition(condition, log));
    }

    static void reserved(Findings findings, Node id, String why) {
        findings.error(
                "reserved-name",
                id.place(),
                "'" + id.text() + "' cannot be the name of something in the study",
                why,
                "Choose another name");
    }
}
