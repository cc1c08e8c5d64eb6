package org.equipoise.protocol.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.instruments.Conversion;
import org.equipoise.instruments.Input;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.Instruments;
import org.equipoise.instruments.Scoring;
import org.equipoise.instruments.VisitScore;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;
import org.equipoise.protocol.design.Label;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.FormRules;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.form.Score;
import org.equipoise.protocol.source.Excerpt;
import org.equipoise.protocol.source.Node;

/// Reads the files in `forms/`.
final class FormReading {
    private final Findings findings;
    private final Optional<Node> codelists;
    private final Map<ItemName, Item> known = new HashMap<>();

    FormReading(Findings findings, Optional<Node> codelists) {
        this.findings = findings;
        this.codelists = codelists;
    }

    /// The forms without their conditions, which need to know all forms: [FormConditions] adds them.
    List<Form> forms(List<Node> trees) {
        Set<String> ids = new HashSet<>();
        List<List<Item>> items = new ArrayList<>();
        for (Node tree : trees) {
            if (!ids.add(tree.text("id"))) {
                twice(tree.get("id"), "form", tree.text("id"));
            }
            items.add(items(tree));
            items.getLast().forEach(item -> known.put(item.name(), item));
        }
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            forms.add(form(trees.get(i), items.get(i)));
        }
        return forms;
    }

    private List<Item> items(Node tree) {
        return tree.list("items").stream()
                .map(node -> item(tree.text("id"), node))
                .toList();
    }

    /// Scores are read when all items are known: they may rest on another form's.
    private Form form(Node tree, List<Item> items) {
        String id = tree.text("id");
        List<Score> scores = new ArrayList<>();
        for (Node node : tree.list("scores")) {
            if (known.containsKey(new ItemName(id, node.text("id")))) {
                twice(node.get("id"), "item", node.text("id"));
            }
            score(id, node).ifPresent(scores::add);
        }
        return new Form(id, Labels.label(tree.get("title")), items, scores, rules(tree));
    }

    private FormRules rules(Node tree) {
        List<String> named = tree.texts("submitted-by");
        List<String> submittedBy = named.isEmpty() ? FormRules.ORDINARY.submittedBy() : named;
        List<String> hiddenFrom = tree.texts("hidden-from");
        for (Node role : tree.list("hidden-from")) {
            if (submittedBy.contains(role.text())) {
                findings.error(
                        "hidden-from-writer",
                        role.place(),
                        "the form is submitted by the " + role.text() + " and hidden from the " + role.text(),
                        "who writes a value knows it",
                        "Take the role out of submitted-by or out of hidden-from");
            }
        }
        return new FormRules(
                Boolean.parseBoolean(tree.text("log", "false")),
                tree.texts("after"),
                submittedBy,
                hiddenFrom,
                Optional.empty(),
                tree.text("results", "same-day").equals("later"));
    }

    private Item item(String form, Node node) {
        Map<String, Label> codes = codes(node);
        ItemType type = switch (node.text("type")) {
            case "amount" -> amount(node);
            case "code" -> new ItemType.Code(List.copyOf(codes.keySet()));
            case "text" -> new ItemType.Text(Integer.parseInt(node.text("longest")));
            default -> new ItemType.Day();
        };
        boolean unblinding = Boolean.parseBoolean(node.text("unblinding", "false"));
        boolean identifying = Boolean.parseBoolean(node.text("identifying", "false"));
        if (unblinding && (identifying || type instanceof ItemType.Text)) {
            findings.error(
                    "concealed-twice",
                    node.get("unblinding").place(),
                    "what is "
                            + (identifying ? "identifying" : "free text")
                            + " is under the participant's key, and cannot be sealed by the vault as well",
                    "what is sealed is opened for everyone at the reveal",
                    "Ask what could tell the arm as an item of its own");
        }
        return new Item(
                new ItemName(form, node.text("id")),
                Labels.label(node.get("label")),
                type,
                Boolean.parseBoolean(node.text("required", "true")),
                Optional.empty(),
                unblinding,
                identifying,
                codes);
    }

    /// The codes of an item, in order and with their words, from the item itself or from the list it names.
    private Map<String, Label> codes(Node node) {
        Map<String, Label> codes = new LinkedHashMap<>();
        for (Node code : codeNodes(node)) {
            String name = code.find("code").orElse(code).text();
            Label label = code.find("label").map(Labels::label).orElseGet(() -> new Label(Map.of("en", name)));
            if (codes.put(name, label) != null) {
                twice(code, "code", name);
            }
        }
        return codes;
    }

    private List<Node> codeNodes(Node node) {
        Optional<Node> named = node.find("codes").filter(Node.Scalar.class::isInstance);
        if (named.isEmpty()) {
            return node.list("codes");
        }
        List<Node> list = codelists.map(lists -> lists.list(named.get().text())).orElse(List.of());
        if (list.isEmpty()) {
            List<String> known = codelists
                    .map(lists -> List.copyOf(lists.members().keySet()))
                    .orElse(List.of());
            Unknown.name(findings, named.get(), "unknown-codelist", known);
        }
        return list;
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

    private Optional<Score> score(String form, Node node) {
        Optional<Instrument> instrument = Instruments.find(node.text("instrument"), node.text("version"));
        Optional<Scoring> chosen = instrument.flatMap(found -> scoring(node, found));
        if (instrument.isPresent() && chosen.isEmpty()) {
            unknownScore(node, instrument.get());
            return Optional.empty();
        }
        if (instrument.isEmpty() || !(chosen.orElse(null) instanceof VisitScore scoring)) {
            unknownInstrument(findings, node, instrument, "scores one form");
            return Optional.empty();
        }
        checkNames(findings, node, scoring.inputs());
        Map<String, ItemName> inputs = new TreeMap<>();
        Map<String, Conversion> conversions = new TreeMap<>();
        node.find("inputs")
                .ifPresent(map -> map.members().forEach((input, item) -> inputs.put(input, name(form, item.text()))));
        for (Input input : scoring.inputs()) {
            ItemName answering = inputs.computeIfAbsent(input.key(), key -> new ItemName(form, key));
            checkInput(form, node, input, answering)
                    .flatMap(item -> conversion(item, input))
                    .ifPresent(conversion -> conversions.put(input.key(), conversion));
        }
        return Optional.of(new Score(
                new ItemName(form, node.text("id")),
                Labels.label(node.get("label")),
                instrument.get(),
                scoring,
                inputs,
                conversions));
    }

    /// The instrument's score of the name given, or its only one.
    private static Optional<Scoring> scoring(Node node, Instrument instrument) {
        return node.find("score").map(name -> instrument.score(name.text())).orElseGet(instrument::onlyScore);
    }

    private void unknownScore(Node node, Instrument instrument) {
        Node place = node.find("score").orElse(node.get("instrument"));
        List<String> names = List.copyOf(instrument.scores().keySet());
        findings.error(
                "unknown-score",
                place.place(),
                node.find("score").isPresent()
                        ? instrument.id() + " has no score '" + place.text() + "'"
                        : instrument.id() + " has several scores",
                "a form's score is one of its instrument's",
                NearestWord.to(place.text(), names)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("Write score: and one of " + String.join(", ", names)));
    }

    /// An item of the form, or another form's as `form.item`.
    private static ItemName name(String form, String text) {
        return text.contains(".") ? ItemName.read(text) : new ItemName(form, text);
    }

    private Optional<Item> checkInput(String form, Node node, Input input, ItemName answering) {
        boolean own = answering.form().equals(form);
        Optional<Item> item = Optional.ofNullable(known.get(answering));
        if (item.isEmpty()) {
            findings.error(
                    "missing-input",
                    node.place(),
                    "the instrument asks '" + input.key() + "', and "
                            + (own
                                    ? "the form has no item '" + answering.item() + "'"
                                    : "there is no item " + answering),
                    "a score with a missing item is never known exactly",
                    "Add the item, or name the one that answers it under inputs");
        } else if (item.get().confidential()
                || (!fits(item.get().type(), input.type())
                        && conversion(item.get(), input).isEmpty())) {
            findings.error(
                    "unfit-input",
                    node.find("inputs")
                            .flatMap(inputs -> inputs.find(input.key()))
                            .orElse(node)
                            .place(),
                    (own ? "the item '" + answering.item() + "'" : answering) + " cannot answer '" + input.key()
                            + "' of the instrument",
                    "an answer of another kind counts as missing",
                    "Give the item what the instrument takes: " + wanted(input.type()));
        }
        return item;
    }

    /// How the item's unit becomes the input's, where they are two.
    private static Optional<Conversion> conversion(Item item, Input input) {
        return input instanceof Input.Number number
                        && item.type() instanceof ItemType.Amount(var own, var _)
                        && !own.equals(number.unit())
                ? number.from(own)
                : Optional.empty();
    }

    /// Every name under `inputs` is one that the instrument asks for.
    static void checkNames(Findings findings, Node node, List<? extends Input> asked) {
        List<String> known = asked.stream().map(Input::key).toList();
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
            case ItemType.Text _ -> "free text";
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
            case ItemType.Text _ -> false;
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

    private void twice(Node id, String kind, String name) {
        findings.error(
                "named-twice",
                id.place(),
                "the " + kind + " '" + name + "' is defined twice",
                "a value could not be traced to one question",
                "Rename or remove one of the two");
    }
}
