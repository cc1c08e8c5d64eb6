package org.equipoise.protocol.scrutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.instruments.Instrument;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Derivation;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.source.Node;

/// Every endpoint at every visit: whether all that it needs is asked there, starts from before treatment, and
/// looks back no further than treatment goes.
final class Endpoints {
    private final Scrutiny scrutiny;
    private final Design design;
    private final List<String> order;
    private final Node tree;

    Endpoints(Scrutiny scrutiny) {
        this.scrutiny = scrutiny;
        this.design = scrutiny.study().design();
        this.order = design.encounters().stream().map(Encounter::id).toList();
        this.tree = scrutiny.required("endpoints.yaml");
    }

    void question() {
        for (Endpoint endpoint : scrutiny.study().endpoints()) {
            Node node = Scrutiny.named(tree, "endpoints", endpoint.id()).orElseThrow();
            baseline(endpoint, node);
            for (String visit : endpoint.at()) {
                needs(endpoint).forEach(item -> asked(endpoint, node, item, visit));
            }
        }
        primary();
    }

    private void baseline(Endpoint endpoint, Node node) {
        int from = order.indexOf(endpoint.baseline());
        List<String> notAfter = endpoint.at().stream()
                .filter(visit ->
                        endpoint instanceof Endpoint.Level ? order.indexOf(visit) < from : order.indexOf(visit) <= from)
                .toList();
        if (!notAfter.isEmpty()) {
            scrutiny.findings()
                    .error(
                            "baseline-not-before",
                            node.get("baseline").place(),
                            "the endpoint '" + endpoint.id() + "' starts from " + endpoint.baseline()
                                    + ", which is not before " + String.join(", ", notAfter),
                            "what comes out is compared with what was there before",
                            "Name an earlier baseline, or later visits");
        } else if (design.encounter(endpoint.baseline()).orElseThrow().day() > 1) {
            scrutiny.findings()
                    .error(
                            "baseline-under-treatment",
                            node.get("baseline").place(),
                            "the endpoint '" + endpoint.id() + "' starts from " + endpoint.baseline()
                                    + ", when treatment has begun",
                            "what treatment has done by then would count as if it had always been there",
                            "Name the visit of day 1, or one of screening");
        }
    }

    /// The items and scores that the endpoint reads at each of its visits.
    private SortedSet<ItemName> needs(Endpoint endpoint) {
        SortedSet<ItemName> needs = new TreeSet<>();
        switch (endpoint) {
            case Endpoint.Change change -> needs.add(change.item());
            case Endpoint.Level level -> needs.add(level.item());
            case Endpoint.State state -> needs.addAll(Asked.by(state.holds()).here());
            case Endpoint.Response response ->
                response.inputs().values().forEach(input -> {
                    if (input instanceof Endpoint.Input.Recorded(var item)) {
                        needs.add(item);
                    }
                });
        }
        derivations(endpoint)
                .forEach(derivation -> needs.addAll(Asked.by(derivation.holds()).here()));
        return needs;
    }

    private List<Derivation> derivations(Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        if (endpoint instanceof Endpoint.State state) {
            names.addAll(Asked.by(state.holds()).derivations());
        }
        if (endpoint instanceof Endpoint.Response response) {
            response.inputs().values().forEach(input -> {
                if (input instanceof Endpoint.Input.Derived(var derivation)) {
                    names.add(derivation);
                }
            });
        }
        return names.stream()
                .flatMap(name -> scrutiny.study().derivation(name).stream())
                .toList();
    }

    private void asked(Endpoint endpoint, Node node, ItemName item, String visit) {
        Encounter encounter = design.encounter(visit).orElseThrow();
        Form form = scrutiny.study().form(item.form()).orElseThrow();
        if (form.rules().log()) {
            return;
        }
        if (!encounter.forms().contains(item.form())) {
            if (endpoint instanceof Endpoint.State || isOfDerivation(endpoint, item)) {
                scrutiny.findings()
                        .error(
                                "not-collected",
                                node.get("at").place(),
                                item + " is not collected at " + visit + ", and '" + endpoint.id() + "' rests on it",
                                "the endpoint would be missing for everyone",
                                "Add the form '" + item.form() + "' to " + visit + " in schedule.yaml");
            }
            return;
        }
        Optional<Score> score =
                form.scores().stream().filter(each -> each.name().equals(item)).findFirst();
        Set<ItemName> missing = new TreeSet<>();
        if (score.isPresent()) {
            score.get().inputs().values().stream()
                    .filter(input -> isNeverAskedAt(input, visit))
                    .forEach(missing::add);
        } else if (isNeverAskedAt(item, visit)) {
            missing.add(item);
        }
        if (!missing.isEmpty()) {
            scrutiny.findings()
                    .error(
                            "not-asked",
                            node.get("at").place(),
                            "'" + endpoint.id() + "' rests on "
                                    + String.join(
                                            ", ",
                                            missing.stream()
                                                    .map(ItemName::toString)
                                                    .toList())
                                    + ", which nobody is asked at " + visit,
                            "what is not asked counts as unknown, and the endpoint is then never known",
                            "Ask it at " + visit + ", or leave the visit out");
        }
        score.ifPresent(found -> lookBack(endpoint, node, found, encounter));
    }

    private boolean isOfDerivation(Endpoint endpoint, ItemName item) {
        return derivations(endpoint).stream()
                .anyMatch(derivation -> Asked.by(derivation.holds()).here().contains(item));
    }

    private boolean isNeverAskedAt(ItemName name, String visit) {
        return scrutiny.study()
                .item(name)
                .flatMap(Item::when)
                .filter(when -> when.truth(new OnlyTheVisit(visit)) == Truth.FALSE)
                .isPresent();
    }

    private record OnlyTheVisit(String visit) implements Answers {
        @Override
        public Answer answer(ItemName item) {
            return item.equals(Vocabulary.VISIT_ID)
                    ? new Answer.Known(new Value.Code(visit))
                    : new Answer.Unknown("anything");
        }
    }

    private void lookBack(Endpoint endpoint, Node node, Score score, Encounter visit) {
        Optional<Instrument.LookBack> window = score.instrument().lookBack();
        if (visit.day() > 1
                && window.filter(back -> visit.day() - 1 < back.days()).isPresent()) {
            scrutiny.findings()
                    .warning(
                            "looks-before-treatment",
                            node.get("at").place(),
                            "'" + endpoint.id() + "' at " + visit.id() + " looks back "
                                    + window.get().days() + " days, and treatment began " + (visit.day() - 1)
                                    + " days before",
                            "what is counted is in part what was there before treatment",
                            "Leave the visit out, or accept with a reason");
        }
    }

    private void primary() {
        if (scrutiny.study().plan().primary().isEmpty()) {
            scrutiny.findings()
                    .error(
                            "no-primary-analysis",
                            scrutiny.required("analysis.yaml").get("analyses").place(),
                            "no analysis is the primary one",
                            "what a trial concludes from has to be fixed before it begins (SPIRIT 2025 items 16, 27a)",
                            "Give one analysis 'role: primary'");
        }
    }
}
