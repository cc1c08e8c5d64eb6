package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.instruments.CompositeResponse;
import org.equipoise.instruments.Input;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.Instruments;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.protocol.endpoint.Endpoint;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Table;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.source.Node;

/// Reads `endpoints.yaml` and `analysis.yaml`: every name against the part of the study it points at.
final class EndpointReading {
    private final Findings findings;
    private final Design design;
    private final Vocabulary vocabulary;

    EndpointReading(Findings findings, Design design, List<Form> forms) {
        this.findings = findings;
        this.design = design;
        this.vocabulary = Study.vocabulary(forms);
    }

    List<Endpoint> endpoints(Node tree) {
        return tree.list("endpoints").stream()
                .map(this::endpoint)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Endpoint> endpoint(Node node) {
        return node.text("kind").equals("response") ? response(node) : change(node);
    }

    private Optional<Endpoint> response(Node node) {
        Optional<Instrument> instrument = Instruments.find(node.text("instrument"), node.text("version"));
        if (instrument.isEmpty() || !(instrument.get().scoring() instanceof CompositeResponse response)) {
            FormReading.unknownInstrument(findings, node, instrument, "compares two visits");
            return Optional.empty();
        }
        Map<String, ItemName> inputs = new LinkedHashMap<>();
        node.get("inputs")
                .members()
                .forEach((input, item) -> itemAt(node, item).ifPresent(name -> inputs.put(input, name)));
        FormReading.checkNames(findings, node, instrument.get());
        instrument.get().inputs().forEach(input -> checkInput(node, input, inputs));
        return Optional.of(new Endpoint.Response(
                node.text("id"),
                Labels.label(node.get("label")),
                encounter(node.get("baseline")),
                encounter(node.get("at")),
                instrument.get(),
                response,
                inputs));
    }

    private void checkInput(Node node, Input input, Map<String, ItemName> inputs) {
        ItemName name = inputs.get(input.key());
        if (node.get("inputs").find(input.key()).isEmpty()) {
            findings.error(
                    "missing-input",
                    node.get("inputs").place(),
                    "the instrument needs '" + input.key() + "', and no item answers it",
                    "the endpoint could never be evaluated",
                    "Add '" + input.key() + ": form.item' under inputs");
        } else if (name != null && !FormReading.fits(typeOf(name), input.type())) {
            findings.error(
                    "unfit-input",
                    node.get("inputs").get(input.key()).place(),
                    name + " cannot answer '" + input.key() + "' of the instrument",
                    "an answer of another kind counts as missing",
                    "Name an item that is what the instrument takes: " + FormReading.wanted(input.type()));
        }
    }

    private Optional<Endpoint> change(Node node) {
        return itemAt(node, node.get("item"))
                .map(item -> new Endpoint.Change(
                        node.text("id"),
                        Labels.label(node.get("label")),
                        encounter(node.get("baseline")),
                        encounter(node.get("at")),
                        item,
                        typeOf(item) instanceof ItemType.Amount(var unit, var _) ? unit.code() : "1"));
    }

    private ItemType typeOf(ItemName name) {
        return Objects.requireNonNull(vocabulary.types().get(name));
    }

    /// The item a text names, which must be on a form that both visits have.
    private Optional<ItemName> itemAt(Node endpoint, Node node) {
        String text = node.text();
        ItemName name = new ItemName(text.substring(0, text.indexOf('.')), text.substring(text.indexOf('.') + 1));
        if (!vocabulary.types().containsKey(name)) {
            findings.error(
                    "unknown-item",
                    node.place(),
                    "no form defines the item " + name,
                    "an endpoint without its item cannot be derived",
                    NearestWord.to(
                                    text,
                                    vocabulary.types().keySet().stream()
                                            .map(ItemName::toString)
                                            .toList())
                            .map(nearest -> "Did you mean " + nearest + "?")
                            .orElse("Name an item as form.item"));
            return Optional.empty();
        }
        for (String key : List.of("baseline", "at")) {
            design.encounter(endpoint.text(key))
                    .filter(visit -> !visit.forms().contains(name.form()))
                    .ifPresent(visit -> notCollected(node, name, visit));
        }
        return Optional.of(name);
    }

    private void notCollected(Node node, ItemName name, Encounter visit) {
        findings.error(
                "not-collected",
                node.place(),
                name + " is not collected at " + visit.id(),
                "the endpoint would be missing for everyone",
                "Add the form '" + name.form() + "' to " + visit.id() + " in schedule.yaml");
    }

    private String encounter(Node node) {
        named(
                node,
                "unknown-encounter",
                design.encounters().stream().map(Encounter::id).toList());
        return node.text();
    }

    List<Analysis> analyses(Node plan, Node endpointTree, List<Endpoint> endpoints) {
        Map<String, Estimand> estimands = new LinkedHashMap<>();
        for (Node node : endpointTree.list("estimands")) {
            named(node.get("endpoint"), "unknown-endpoint", ids(endpointTree.list("endpoints")));
            estimands.put(node.text("id"), estimand(node));
        }
        return plan.list("analyses").stream()
                .map(node -> analysis(node, estimands, endpoints))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Analysis> analysis(Node node, Map<String, Estimand> estimands, List<Endpoint> endpoints) {
        named(node.get("estimand"), "unknown-estimand", List.copyOf(estimands.keySet()));
        named(
                node.get("reference"),
                "unknown-arm",
                design.arms().stream().map(Arm::id).toList());
        Estimand estimand = estimands.get(node.text("estimand"));
        if (estimand == null) {
            return Optional.empty();
        }
        Analysis.Method method = Analysis.Method.valueOf(
                node.text("method").toUpperCase(Locale.ROOT).replace('-', '_'));
        return endpoints.stream()
                .filter(endpoint -> endpoint.id().equals(estimand.endpoint()))
                .findFirst()
                .map(endpoint -> new Analysis(
                        node.text("id"),
                        estimand,
                        endpoint,
                        checked(method, endpoint, node),
                        node.text("reference"),
                        new BigDecimal(node.text("confidence"))));
    }

    private Analysis.Method checked(Analysis.Method method, Endpoint endpoint, Node node) {
        boolean fits = switch (method) {
            case MANTEL_HAENSZEL_RISK_DIFFERENCE -> endpoint instanceof Endpoint.Response;
            case STRATIFIED_MEAN_DIFFERENCE -> endpoint instanceof Endpoint.Change;
        };
        if (!fits) {
            findings.error(
                    "unfit-method",
                    node.get("method").place(),
                    "the method '" + node.text("method") + "' does not fit the endpoint '" + endpoint.id() + "'",
                    "a proportion and a mean are estimated by different methods",
                    "Use mantel-haenszel-risk-difference for a response, stratified-mean-difference for a change");
        }
        return method;
    }

    private static Estimand estimand(Node node) {
        return new Estimand(
                node.text("id"),
                node.text("population"),
                node.text("treatments"),
                node.text("endpoint"),
                node.list("intercurrent-events").stream()
                        .map(event -> new Estimand.IntercurrentEvent(event.text("event"), event.text("strategy")))
                        .toList(),
                node.text("summary"));
    }

    List<Table> tables(Node plan, List<Analysis> analyses) {
        return plan.list("tables").stream()
                .map(node -> {
                    named(node.get("analysis"), "unknown-analysis", ids(plan.list("analyses")));
                    return analyses.stream()
                            .filter(analysis -> analysis.id().equals(node.text("analysis")))
                            .findFirst()
                            .map(analysis -> new Table(node.text("id"), Labels.label(node.get("title")), analysis));
                })
                .flatMap(Optional::stream)
                .toList();
    }

    /// The names as written: what has a fault of its own is not also missing.
    private static List<String> ids(List<Node> nodes) {
        return nodes.stream().map(node -> node.text("id")).toList();
    }

    /// The kind of finding is `unknown-` and the word for what is named.
    private void named(Node node, String kind, List<String> known) {
        if (known.contains(node.text())) {
            return;
        }
        findings.error(
                kind,
                node.place(),
                "there is no " + kind.substring("unknown-".length()) + " '" + node.text() + "'",
                "what is named must exist elsewhere in the study",
                NearestWord.to(node.text(), known)
                        .map(nearest -> "Did you mean '" + nearest + "'?")
                        .orElse("Use one of: " + String.join(", ", known)));
    }
}
