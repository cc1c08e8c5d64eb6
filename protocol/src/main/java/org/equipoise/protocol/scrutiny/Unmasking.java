package org.equipoise.protocol.scrutiny;

import java.util.List;
import java.util.Optional;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.source.Node;

/// What could tell the arm to those who must not know it. Which values and events do so is known of the drug, not
/// to the program: the study names them under `tells-the-arm`.
final class Unmasking {
    private static final List<String> SEES_PARTICIPANTS = List.of("coordinator", "investigator", "assessor");

    private final Scrutiny scrutiny;
    private final Node protocol;

    Unmasking(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.protocol = scrutiny.required("protocol.yaml");
    }

    void question() {
        protocol.list("tells-the-arm").forEach(this::risk);
        boolean doubly = protocol.text("blinding", "open").equals("double");
        for (Node person : protocol.list("people")) {
            if (doubly
                    && SEES_PARTICIPANTS.contains(person.text("role"))
                    && person.text("blinded").equals("false")) {
                scrutiny.findings()
                        .error(
                                "not-blinded",
                                person.get("blinded").place(),
                                "the trial is double-blind, and the " + person.text("role") + " is not blinded",
                                "who knows the arm treats and judges by it (SPIRIT 2025 item 24a)",
                                "Blind the role, or call the trial what it is");
            }
        }
    }

    private void risk(Node node) {
        node.find("item").ifPresent(item -> item(item, node));
        node.find("form").ifPresent(form -> form(form, node));
    }

    private void item(Node node, Node risk) {
        Optional<Item> item = scrutiny.study().item(ItemName.read(node.text()));
        if (item.isEmpty()) {
            nothing(
                    node,
                    "unknown-item",
                    scrutiny.vocabulary().types().keySet().stream()
                            .map(ItemName::toString)
                            .toList());
        } else if (!item.get().unblinding()) {
            scrutiny.findings()
                    .error(
                            "unsealed-marker",
                            Said.tree(
                                            scrutiny,
                                            scrutiny.study()
                                                    .form(item.get().name().form())
                                                    .orElseThrow())
                                    .flatMap(tree -> Scrutiny.named(
                                            tree, "items", item.get().name().item()))
                                    .orElse(node)
                                    .place(),
                            item.get().name() + " tells the arm (" + risk.text("because") + "), and everybody reads it",
                            "a value that moves with the drug opens the blind (SPIRIT 2025 item 24b)",
                            "Write 'unblinding: true' at the item");
        }
    }

    private void form(Node node, Node risk) {
        Optional<Form> form = scrutiny.study().form(node.text());
        if (form.isEmpty()) {
            nothing(
                    node,
                    "unknown-form",
                    scrutiny.study().forms().stream().map(Form::id).toList());
            return;
        }
        for (Node role : risk.list("from")) {
            if (!form.get().rules().hiddenFrom().contains(role.text())) {
                scrutiny.findings()
                        .error(
                                "shown-to-assessor",
                                Said.tree(scrutiny, form.get())
                                        .orElse(node)
                                        .get("id")
                                        .place(),
                                "the form '" + form.get().id() + "' tells the arm (" + risk.text("because")
                                        + "), and is not hidden from the " + role.text(),
                                "who hears of it guesses the arm, and judges by the guess (SPIRIT 2025 item 24b)",
                                "Write 'hidden-from: [" + role.text() + "]' on the form");
            }
        }
    }

    private void nothing(Node node, String kind, List<String> known) {
        scrutiny.findings()
                .error(
                        kind,
                        node.place(),
                        "nothing in the forms is called '" + node.text() + "'",
                        "what tells the arm has to be named to be hidden",
                        NearestWord.to(node.text(), known)
                                .map(nearest -> "Did you mean '" + nearest + "'?")
                                .orElse("Name an item as form.item, or a form"));
    }
}
