package org.equipoise.protocol.scrutiny;

import java.util.Optional;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;

/// What a protocol has to decide and this one does not say, by the item of SPIRIT 2025 that asks for it. A fact whose
/// certainty is `unknown` is a decision that nobody has taken.
final class Decisions {
    private final Scrutiny scrutiny;
    private final Node protocol;

    Decisions(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.protocol = scrutiny.required("protocol.yaml");
    }

    void question() {
        fact("Registration", "where the trial is registered", "4");
        fact("Sponsor", "who the sponsor is", "3b");
        fact("Intent", "whether the trial explores or confirms", "12");
        fact("Reason for the sample size", "why so many participants are enough", "19");
        key(protocol, "people", "who is blinded and who does what", "24a");
        if (!protocol.text("blinding", "open").equals("open")) {
            key(protocol, "tells-the-arm", "what could tell the arm to the blinded", "24b");
        }
        key(protocol, "retention", "how long the record is kept", "26");
        Optional<Node> safety = scrutiny.file("safety.yaml");
        part(safety, "clocks", "who is told of harm and how soon", "17");
        part(safety, "stopping", "when the trial stops for harm", "28b");
        part(safety, "dsmb", "who watches over safety", "28a");
        part(safety, "grading", "how harm is graded", "17");
        if (scrutiny.study().criteria().stream()
                .flatMap(criterion -> criterion.holds().items().stream())
                .noneMatch(this::isAge)) {
            missing(
                    scrutiny.required("eligibility.yaml").get("criteria").place(),
                    "from and to which age people may take part",
                    "14a");
        }
    }

    private boolean isAge(ItemName item) {
        return scrutiny.vocabulary().types().get(item) instanceof ItemType.Amount(var unit, var _)
                && unit.code().equals("a");
    }

    private void fact(String name, String what, String item) {
        Optional<Node> fact = protocol.list("identification").stream()
                .filter(node -> node.text("fact").equals(name))
                .findFirst();
        if (fact.isEmpty()) {
            missing(protocol.get("id").place(), what, item);
        } else if (fact.get().text("certainty").equals("unknown")) {
            missing(fact.get().get("value").place(), what, item);
        }
    }

    private void key(Node tree, String key, String what, String item) {
        if (tree.find(key).isEmpty()) {
            missing(tree.get("id").place(), what, item);
        }
    }

    private void part(Optional<Node> file, String key, String what, String item) {
        if (file.flatMap(tree -> tree.find(key)).isEmpty()) {
            missing(
                    new Place(
                            file.isPresent() ? "safety.yaml" : protocol.place().file(), 0),
                    what,
                    item);
        }
    }

    private void missing(Place place, String what, String item) {
        scrutiny.findings()
                .warning(
                        "missing-decision",
                        place,
                        "nobody has decided " + what,
                        "SPIRIT 2025 item " + item + " asks for it before anyone takes part",
                        "Decide and write it down, or accept with a reason");
    }
}
