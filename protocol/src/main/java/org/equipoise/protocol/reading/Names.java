package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// What names in endpoints and plans may point at; one that points nowhere becomes a finding.
record Names(Findings findings, Design design, Vocabulary vocabulary) {

    /// Whether a name is one of those known.
    boolean known(Node node, String kind, List<String> known) {
        return !Unknown.name(findings, node, kind, known);
    }

    String encounter(Node node) {
        known(
                node,
                "unknown-encounter",
                design.encounters().stream().map(Encounter::id).toList());
        return node.text();
    }

    /// One encounter or a list of them, in the order of the schedule.
    List<String> encounters(Node node) {
        List<String> named = node.elements().stream().map(this::encounter).toList();
        List<String> inOrder = new ArrayList<>();
        design.encounters().stream().map(Encounter::id).filter(named::contains).forEach(inOrder::add);
        return inOrder;
    }

    String arm(Node node) {
        known(node, "unknown-arm", arms());
        return node.text();
    }

    List<String> arms() {
        return design.arms().stream().map(Arm::id).toList();
    }

    /// What is a number, as form.item.
    static List<String> amounts(Vocabulary vocabulary) {
        return vocabulary.types().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ItemType.Amount)
                .map(entry -> entry.getKey().toString())
                .sorted()
                .toList();
    }

    /// The item or score a text names, if there is one.
    Optional<ItemName> item(Node node) {
        ItemName name = ItemName.read(node.text());
        if (vocabulary.types().get(name) instanceof ItemType.Text) {
            findings.error(
                    "confidential-item",
                    node.place(),
                    name + " is kept under the participant's key, and nothing is computed from it",
                    "what followed from it would be left when the person is erased",
                    "Ask what is needed as an item of its own: a code beside the words, an age for a date of birth");
            return Optional.empty();
        }
        if (vocabulary.types().containsKey(name)) {
            return Optional.of(name);
        }
        findings.error(
                "unknown-item",
                node.place(),
                "no form defines the item " + name,
                "an endpoint without its item cannot be derived",
                NearestWord.to(
                                name.toString(),
                                vocabulary.types().keySet().stream()
                                        .map(ItemName::toString)
                                        .toList())
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("Name an item as form.item"));
        return Optional.empty();
    }

    Optional<ItemType> type(ItemName name) {
        return Optional.ofNullable(vocabulary.types().get(name));
    }

    /// The unit of a number, and 1 for what has none.
    String unit(ItemName name) {
        return type(name).orElseThrow() instanceof ItemType.Amount(var unit, var _) ? unit.code() : "1";
    }

    /// Whether the visits have the form that the item is on; one that has it not is a finding.
    void collected(Node node, ItemName name, List<String> encounters) {
        for (String encounter : encounters) {
            design.encounter(encounter)
                    .filter(visit -> !visit.forms().contains(name.form()))
                    .ifPresent(visit -> findings.error(
                            "not-collected",
                            node.place(),
                            name + " is not collected at " + visit.id(),
                            "the endpoint would be missing for everyone",
                            "Add the form '" + name.form() + "' to " + visit.id() + " in schedule.yaml"));
        }
    }
}
