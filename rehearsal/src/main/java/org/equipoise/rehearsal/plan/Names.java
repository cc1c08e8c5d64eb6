package org.equipoise.rehearsal.plan;

import static org.equipoise.rehearsal.plan.RehearsalPlanReader.WHY;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.models.Model;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;

/// Checks every name in `rehearsal.yaml` against what it points at.
record Names(Study study, Findings findings) {

    /// What a name may be the name of.
    enum Named {
        ARM("unknown-arm"),
        SITE("unknown-site"),
        ENCOUNTER("unknown-encounter"),
        FORM("unknown-form"),
        ITEM("unknown-item"),
        PARAMETER("unknown-parameter");

        private final String unknown;

        Named(String unknown) {
            this.unknown = unknown;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void exactlyArms(Node node, Set<String> wanted) {
        exactly("missing-arm", node, wanted, Named.ARM);
    }

    void exactlyParameters(Node node, Set<String> wanted) {
        exactly("missing-parameter", node, wanted, Named.PARAMETER);
    }

    /// A mapping must have just these names.
    private void exactly(String kind, Node node, Set<String> wanted, Named what) {
        for (String name : wanted) {
            if (node.find(name).isEmpty()) {
                findings.error(
                        kind,
                        node.place(),
                        "the " + what + " '" + name + "' has no value here",
                        WHY,
                        "Add '" + name + "'");
            }
        }
        among(node, wanted, what);
    }

    /// A mapping may have these names and no others.
    void among(Node node, Collection<String> known, Named what) {
        node.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                unknown(value.place(), name, known, what);
            }
        });
    }

    void encounters(Node node) {
        List<String> known =
                study.design().encounters().stream().map(Encounter::id).toList();
        for (Node each : node.elements()) {
            if (!known.contains(each.text())) {
                unknown(each.place(), each.text(), known, Named.ENCOUNTER);
            }
        }
    }

    Optional<ItemName> item(Node node) {
        Set<ItemName> items = study.forms().stream()
                .flatMap(form -> form.items().stream())
                .map(Item::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<ItemName> name = Slant.name(node.text()).filter(items::contains);
        if (name.isEmpty()) {
            unknown(
                    node.place(),
                    node.text(),
                    items.stream().map(ItemName::toString).toList(),
                    Named.ITEM);
        }
        return name;
    }

    Optional<String> form(Node node) {
        Optional<String> form = study.form(node.text()).map(Form::id);
        if (form.isEmpty()) {
            unknown(
                    node.place(),
                    node.text(),
                    study.forms().stream().map(Form::id).toList(),
                    Named.FORM);
        }
        return form;
    }

    private void unknown(Place place, String name, Collection<String> known, Named what) {
        String kind = what.unknown;
        findings.error(
                kind,
                place,
                "there is no " + what + " '" + name + "'",
                WHY,
                NearestWord.to(name, known)
                        .map(nearest -> "Did you mean '" + nearest + "'?")
                        .orElse("Use: " + String.join(", ", known)));
    }

    /// Every required item of every form must have something in the model that answers it. A log may stay empty,
    /// and its first and last days are the calendar's.
    void observables(Node node, Model model) {
        for (Form form : study.forms()) {
            Optional<Node> named = node.find(form.id());
            SortedSet<String> answering = form.rules().log() ? model.occurrences() : model.observables();
            if (form.rules().log() && named.isEmpty()) {
                continue;
            }
            if (named.isEmpty() || !answering.contains(named.get().text())) {
                findings.error(
                        "unanswered-form",
                        named.map(Node::place).orElse(node.place()),
                        "nothing in the model answers the form '" + form.id() + "'",
                        WHY,
                        "Name one of: " + String.join(", ", answering));
            } else {
                items(form, model.items(named.get().text()), named.get());
            }
        }
    }

    private void items(Form form, Set<String> answered, Node named) {
        for (Item item : form.items()) {
            boolean day = form.rules().log() && item.type() instanceof ItemType.Day;
            if (item.required() && !day && !answered.contains(item.name().item())) {
                findings.error(
                        "unanswered-item",
                        named.place(),
                        named.text() + " does not answer the item " + item.name(),
                        WHY,
                        "Make the item optional, or choose a model that knows it");
            }
        }
    }
}
