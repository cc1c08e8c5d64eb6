package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.instruments.Input;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.Instruments;
import org.equipoise.instruments.WeightedSum;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.source.Excerpt;
import org.equipoise.protocol.source.Node;

/// Reads the files in `forms/`.
final class FormReading {
    private final Findings findings;

    FormReading(Findings findings) {
        this.findings = findings;
    }

    List<Form> forms(List<Node> trees) {
        List<Form> forms = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node tree : trees) {
            if (!ids.add(tree.text("id"))) {
                twice(tree.get("id"), "form");
            }
            forms.add(form(tree));
        }
        return forms;
    }

    private Form form(Node tree) {
        String id = tree.text("id");
        List<Item> items =
                tree.list("items").stream().map(node -> item(id, node)).toList();
        List<Score> scores = new ArrayList<>();
        for (Node node : tree.list("scores")) {
            if (items.stream().anyMatch(item -> item.name().item().equals(node.text("id")))) {
                twice(node.get("id"), "item");
            }
            score(id, node, items).ifPresent(scores::add);
        }
        return new Form(id, Labels.label(tree.get("title")), items, scores);
    }

    private Item item(String form, Node node) {
        ItemType type = switch (node.text("type")) {
            case "amount" -> amount(node);
            case "code" -> new ItemType.Code(node.texts("codes"));
            default -> new ItemType.Day();
        };
        return new Item(
                new ItemName(form, node.text("id")),
                Labels.label(node.get("label")),
                type,
                Boolean.parseBoolean(node.text("required", "true")));
    }

    private ItemType amount(Node node) {
        String unit = node.text("unit");
        Unit.fault(unit)
                .ifPresent(fault -> findings.error(
                        "unknown-unit",
                        node.get("unit").place(),
                        "'" + unit + "' is not a UCUM unit",
                        "a number without a known unit cannot be compared or converted",
                        "Write it as UCUM does: g/d, 10*9/L, mm[Hg], 1"));
        List<Node> range = node.list("range");
        BigDecimal low = new BigDecimal(range.getFirst().text());
        BigDecimal high = new BigDecimal(range.getLast().text());
        if (low.compareTo(high) > 0) {
            findings.error(
                    "empty-range",
                    range.getFirst().place(),
                    "the range from " + low + " to " + high + " holds no value",
                    "every value entered would be refused",
                    "Put the lower value first");
        }
        return new ItemType.Amount(new Unit(unit), new Span(low, false, high, false));
    }

    private Optional<Score> score(String form, Node node, List<Item> items) {
        Optional<Instrument> instrument = Instruments.find(node.text("instrument"), node.text("version"));
        if (instrument.isEmpty() || !(instrument.get().scoring() instanceof WeightedSum sum)) {
            unknownInstrument(findings, node, instrument, "adds up a form's items");
            return Optional.empty();
        }
        Map<String, String> inputs = new TreeMap<>();
        node.find("inputs").ifPresent(map -> map.members().forEach((input, item) -> inputs.put(input, item.text())));
        checkNames(findings, node, instrument.get());
        for (Input input : instrument.get().inputs()) {
            String answering = inputs.computeIfAbsent(input.key(), key -> key);
            checkInput(node, input, answering, items);
        }
        return Optional.of(new Score(
                new ItemName(form, node.text("id")), Labels.label(node.get("label")), instrument.get(), sum, inputs));
    }

    private void checkInput(Node node, Input input, String answering, List<Item> items) {
        Optional<Item> item = items.stream()
                .filter(candidate -> candidate.name().item().equals(answering))
                .findFirst();
        if (item.isEmpty()) {
            findings.error(
                    "missing-input",
                    node.place(),
                    "the instrument asks '" + input.key() + "', and the form has no item '" + answering + "'",
                    "a score with a missing item is never known exactly",
                    "Add the item, or name the one that answers it under inputs");
        } else if (!fits(item.get().type(), input.type())) {
            findings.error(
                    "unfit-input",
                    node.find("inputs")
                            .flatMap(inputs -> inputs.find(input.key()))
                            .orElse(node)
                            .place(),
                    "the item '" + answering + "' cannot answer '" + input.key() + "' of the instrument",
                    "an answer of another kind counts as missing",
                    "Give the item what the instrument takes: " + wanted(input.type()));
        }
    }

    /// Every name under `inputs` is one that the instrument asks for.
    static void checkNames(Findings findings, Node node, Instrument instrument) {
        List<String> known = instrument.inputs().stream().map(Input::key).toList();
        node.find("inputs")
                .ifPresent(inputs -> inputs.members().forEach((input, item) -> {
                    if (!known.contains(input)) {
                        findings.error(
                                "unknown-input",
                                item.place(),
                                "the instrument does not ask '" + Excerpt.of(input) + "'",
                                "an answer that no score reads would be lost",
                                NearestWord.to(input, known)
                                        .map(nearest -> "Did you mean '" + nearest + "'?")
                                        .orElse("Use one of: " + String.join(", ", known)));
                    }
                }));
    }

    /// A type of item in words.
    static String wanted(ItemType type) {
        return switch (type) {
            case ItemType.Amount(var unit, var _) -> "an amount in " + unit;
            case ItemType.Code(var codes) -> "codes out of " + String.join(", ", codes);
            case ItemType.Day _ -> "a date";
        };
    }

    /// Every answer the item allows is one the instrument takes.
    static boolean fits(ItemType item, ItemType input) {
        return switch (input) {
            case ItemType.Amount(var unit, var _) ->
                item instanceof ItemType.Amount(var own, var _)
                        && own.exactFactorTo(unit).filter(f -> f.signum() > 0).isPresent()
                        && own.exactFactorTo(unit).get().compareTo(BigDecimal.ONE) == 0;
            case ItemType.Code(var codes) -> item instanceof ItemType.Code(var own) && codes.containsAll(own);
            case ItemType.Day _ -> item instanceof ItemType.Day;
        };
    }

    static void unknownInstrument(Findings findings, Node node, Optional<Instrument> found, String kind) {
        String wanted = node.text("instrument") + " version " + node.text("version");
        List<Instrument> all = Instruments.all();
        String versions = all.stream()
                .filter(instrument -> instrument.id().equals(node.text("instrument")))
                .map(Instrument::version)
                .collect(Collectors.joining(", "));
        String fix = versions.isEmpty()
                ? NearestWord.to(
                                node.text("instrument"),
                                all.stream().map(Instrument::id).toList())
                        .map(id -> "Did you mean " + id + "?")
                        .orElse("Name an instrument that " + kind)
                : found.isEmpty() ? "Use one of its versions: " + versions : "Name an instrument that " + kind;
        findings.error(
                "unknown-instrument",
                node.get("instrument").place(),
                found.isEmpty() ? "there is no instrument " + wanted : wanted + " is not an instrument that " + kind,
                "scores are computed by versioned, tested instruments, never typed",
                fix);
    }

    private void twice(Node id, String kind) {
        findings.error(
                "named-twice",
                id.place(),
                "the " + kind + " '" + id.text() + "' is defined twice",
                "a value could not be traced to one question",
                "Rename or remove one of the two");
    }
}
