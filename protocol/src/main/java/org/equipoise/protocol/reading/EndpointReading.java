package org.equipoise.protocol.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.instruments.CompositeResponse;
import org.equipoise.instruments.Input;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.Instruments;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;

/// Reads the endpoints of `endpoints.yaml`: every name against the part of the study it points at.
final class EndpointReading {
    private final Findings findings;
    private final Names names;
    private final Conditions conditions;

    EndpointReading(Findings findings, Names names, Conditions conditions) {
        this.findings = findings;
        this.names = names;
        this.conditions = conditions;
    }

    List<Endpoint> endpoints(Node tree) {
        List<Endpoint> endpoints = new ArrayList<>();
        tree.list("endpoints").forEach(node -> endpoint(node).ifPresent(endpoints::add));
        return endpoints;
    }

    private Optional<Endpoint> endpoint(Node node) {
        return switch (node.text("kind")) {
            case "response" -> response(node);
            case "condition" -> Optional.of(state(node));
            case "change" ->
                item(node, visits(node, true))
                        .map(item -> new Endpoint.Change(
                                node.text("id"),
                                Labels.label(node.get("label")),
                                names.encounter(node.get("baseline")),
                                names.encounters(node.get("at")),
                                item,
                                names.unit(item)));
            default ->
                item(node, visits(node, false))
                        .map(item -> new Endpoint.Level(
                                node.text("id"),
                                Labels.label(node.get("label")),
                                names.encounter(node.get("baseline")),
                                names.encounters(node.get("at")),
                                item,
                                names.unit(item)));
        };
    }

    private List<String> visits(Node node, boolean withBaseline) {
        List<String> visits = new ArrayList<>();
        if (withBaseline) {
            visits.add(node.text("baseline"));
        }
        node.get("at").elements().forEach(visit -> visits.add(visit.text()));
        return visits;
    }

    private Optional<ItemName> item(Node node, List<String> visits) {
        Optional<ItemName> item = names.item(node.get("item"));
        item.ifPresent(name -> names.collected(node.get("item"), name, visits));
        return item;
    }

    private Endpoint state(Node node) {
        return new Endpoint.State(
                node.text("id"),
                Labels.label(node.get("label")),
                names.encounter(node.get("baseline")),
                names.encounters(node.get("at")),
                conditions.condition(node.get("holds")),
                node.find("among").map(conditions::condition));
    }

    private Optional<Endpoint> response(Node node) {
        Optional<Instrument> instrument = Instruments.find(node.text("instrument"), node.text("version"));
        if (instrument.isEmpty()
                || !(instrument.get().onlyScore().orElse(null) instanceof CompositeResponse response)) {
            FormReading.unknownInstrument(findings, node, instrument, "compares two visits");
            return Optional.empty();
        }
        FormReading.checkNames(findings, node, response.inputs());
        Map<String, Endpoint.Input> inputs = new LinkedHashMap<>();
        List<String> visits = visits(node, true);
        node.get("inputs")
                .members()
                .forEach((input, answer) -> answering(answer, visits).ifPresent(found -> inputs.put(input, found)));
        response.inputs().forEach(input -> checkInput(node, input, inputs));
        return Optional.of(new Endpoint.Response(
                node.text("id"),
                Labels.label(node.get("label")),
                names.encounter(node.get("baseline")),
                names.encounters(node.get("at")),
                instrument.get(),
                response,
                inputs));
    }

    private Optional<Endpoint.Input> answering(Node node, List<String> visits) {
        if (!node.text().contains(".")) {
            List<String> derivations =
                    names.vocabulary().derivations().stream().sorted().toList();
            return names.known(node, "unknown-derivation", derivations)
                    ? Optional.of(new Endpoint.Input.Derived(node.text()))
                    : Optional.empty();
        }
        return names.item(node).map(name -> {
            names.collected(node, name, visits);
            return new Endpoint.Input.Recorded(name);
        });
    }

    private void checkInput(Node node, Input input, Map<String, Endpoint.Input> inputs) {
        Endpoint.Input answering = inputs.get(input.key());
        if (node.get("inputs").find(input.key()).isEmpty()) {
            findings.error(
                    "missing-input",
                    node.get("inputs").place(),
                    "the instrument needs '" + input.key() + "', and no item answers it",
                    "the endpoint could never be evaluated",
                    "Add '" + input.key() + ": form.item' under inputs");
        } else if (answering != null && !FormReading.fits(type(answering), input.type())) {
            findings.error(
                    "unfit-input",
                    node.get("inputs").get(input.key()).place(),
                    node.get("inputs").text(input.key()) + " cannot answer '" + input.key() + "' of the instrument",
                    "an answer of another kind counts as missing",
                    "Name an item that is what the instrument takes: " + FormReading.wanted(input.type()));
        }
    }

    private ItemType type(Endpoint.Input answering) {
        return switch (answering) {
            case Endpoint.Input.Recorded(var item) -> names.type(item).orElseThrow();
            case Endpoint.Input.Derived _ -> new ItemType.Code(List.of("yes", "no"));
        };
    }
}
