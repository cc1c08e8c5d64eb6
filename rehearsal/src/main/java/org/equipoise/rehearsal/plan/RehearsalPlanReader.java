package org.equipoise.rehearsal.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.value.Decimals;
import org.equipoise.language.value.PartialDate;
import org.equipoise.models.Model;
import org.equipoise.models.Models;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.Schema;

/// Reads `rehearsal.yaml` against the study and the model it names.
public final class RehearsalPlanReader {
    private static final String WHY = "a rehearsal is only as good as what it assumes";

    private final Study study;
    private final Findings findings = new Findings();
    private final List<Assumption> assumptions = new ArrayList<>();

    private RehearsalPlanReader(Study study) {
        this.study = study;
    }

    /// What a reading gave: the plan unless there is an error, and every finding.
    public record Reading(Optional<RehearsalPlan> plan, List<Finding> findings) {}

    public static Reading read(Study study) {
        RehearsalPlanReader reader = new RehearsalPlanReader(study);
        Optional<RehearsalPlan> plan = reader.plan();
        return new Reading(plan, reader.findings.inOrder());
    }

    private Optional<RehearsalPlan> plan() {
        if (study.rehearsal().isEmpty()) {
            findings.error(
                    "missing-file",
                    new Place(study.folder().name(), 0),
                    "the study has no rehearsal.yaml",
                    WHY,
                    "Add rehearsal.yaml with a model and what it assumes");
            return Optional.empty();
        }
        Node tree = study.rehearsal().get();
        if (!Schema.of(schema()).passes(tree, findings)) {
            return Optional.empty();
        }
        Optional<Model> model = model(tree.get("model"));
        Map<String, Double> parameters = numbers(tree.get("model").get("parameters"), "model.");
        model.ifPresent(found ->
                checkNames(tree.get("model").get("parameters"), found.parameters(), parameters.keySet(), "parameter"));
        Map<String, Double> effects = effects(tree.get("effects"));
        model.ifPresent(found -> checkObservables(tree.get("observables"), found));
        Node people = tree.get("participants");
        Map<String, Double> behaviour = numbers(people, "participants.", "start");
        Map<String, Double> slips = numbers(tree.get("staff"), "staff.");
        LocalDate start = start(people.get("start"));
        if (findings.hasErrors() || model.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> observables = new LinkedHashMap<>();
        tree.get("observables").members().forEach((form, name) -> observables.put(form, name.text()));
        return Optional.of(new RehearsalPlan(
                model.get(),
                parameters,
                effects,
                start,
                number(behaviour, "per-week"),
                (int) number(behaviour, "visit-jitter-days"),
                number(behaviour, "missed-dose"),
                number(behaviour, "discontinuation-per-week"),
                number(slips, "forgotten-item"),
                number(slips, "wrong-entry"),
                observables,
                assumptions));
    }

    private static double number(Map<String, Double> numbers, String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    private Optional<Model> model(Node node) {
        Optional<Model> model = Models.find(node.text("id"), node.integer("version"));
        if (model.isEmpty()) {
            List<String> known = Models.all().stream().map(Model::id).toList();
            findings.error(
                    "unknown-model",
                    node.get("id").place(),
                    "there is no model " + node.text("id") + " version " + node.text("version"),
                    WHY,
                    NearestWord.to(node.text("id"), known)
                            .map(nearest -> "Did you mean " + nearest + "?")
                            .orElse("Use one of: " + String.join(", ", known)));
        }
        return model;
    }

    /// The numbers of a mapping of assumptions, each remembered for the report.
    private Map<String, Double> numbers(Node node, String prefix, String... otherKinds) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.members().forEach((name, assumption) -> {
            remember(prefix + name, assumption);
            if (!List.of(otherKinds).contains(name)) {
                number(assumption.get("value")).ifPresent(value -> numbers.put(name, value));
            }
        });
        return numbers;
    }

    private void remember(String name, Node assumption) {
        assumptions.add(new Assumption(
                name, assumption.text("value"), assumption.text("source"), assumption.text("certainty")));
    }

    private Optional<Double> number(Node node) {
        Optional<Double> number = Decimals.read(node.text()).map(Number::doubleValue);
        if (number.isEmpty()) {
            findings.error(
                    "not-a-number",
                    node.place(),
                    "'" + node.text() + "' is not a number",
                    WHY,
                    "Write a decimal in quotes, such as '0.65'");
        }
        return number;
    }

    private LocalDate start(Node assumption) {
        Optional<PartialDate> date = PartialDate.read(assumption.text("value"));
        if (date.isEmpty() || !date.get().earliest().equals(date.get().latest())) {
            findings.error(
                    "not-a-date",
                    assumption.get("value").place(),
                    "'" + assumption.text("value") + "' is not a day that exists",
                    WHY,
                    "Write it as '2015-06-30'");
            return LocalDate.EPOCH;
        }
        return date.get().earliest();
    }

    private Map<String, Double> effects(Node node) {
        Map<String, Double> effects = new LinkedHashMap<>();
        node.members()
                .forEach((arm, amount) -> number(amount).ifPresent(value -> {
                    effects.put(arm, value);
                    assumptions.add(new Assumption(
                            "effects." + arm, amount.text(), "one dose, in the model's unit", "proposed"));
                }));
        checkNames(
                node, new TreeSet<>(study.design().arms().stream().map(Arm::id).toList()), effects.keySet(), "arm");
        return effects;
    }

    private void checkNames(Node node, Set<String> wanted, Set<String> given, String kind) {
        for (String name : wanted) {
            if (!given.contains(name) && node.find(name).isEmpty()) {
                findings.error(
                        "missing-" + kind,
                        node.place(),
                        "the " + kind + " '" + name + "' has no value here",
                        WHY,
                        "Add '" + name + "'");
            }
        }
        node.members().forEach((name, value) -> {
            if (!wanted.contains(name)) {
                findings.error(
                        "unknown-" + kind,
                        value.place(),
                        "there is no " + kind + " '" + name + "'",
                        WHY,
                        NearestWord.to(name, wanted)
                                .map(nearest -> "Did you mean '" + nearest + "'?")
                                .orElse("Use: " + String.join(", ", wanted)));
            }
        });
    }

    /// Every required item of every form must have something in the model that answers it.
    private void checkObservables(Node node, Model model) {
        for (Form form : study.forms()) {
            Optional<Node> named = node.find(form.id());
            if (named.isEmpty() || !model.observables().contains(named.get().text())) {
                findings.error(
                        "unanswered-form",
                        named.map(Node::place).orElse(node.place()),
                        "nothing in the model answers the form '" + form.id() + "'",
                        WHY,
                        "Name one of: " + String.join(", ", model.observables()));
            } else {
                checkItems(form, model.items(named.get().text()), named.get());
            }
        }
    }

    private void checkItems(Form form, Set<String> answered, Node named) {
        for (Item item : form.items()) {
            if (item.required() && !answered.contains(item.name().item())) {
                findings.error(
                        "unanswered-item",
                        named.place(),
                        named.text() + " does not answer the item " + item.name(),
                        WHY,
                        "Make the item optional, or choose a model that knows it");
            }
        }
    }

    private static String schema() {
        try (InputStream stream =
                RehearsalPlanReader.class.getResourceAsStream("/org/equipoise/rehearsal/rehearsal.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
