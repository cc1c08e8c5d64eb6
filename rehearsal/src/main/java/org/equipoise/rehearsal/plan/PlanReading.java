package org.equipoise.rehearsal.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.language.identity.ItemName;
import org.equipoise.models.Model;
import org.equipoise.models.Models;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Site;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.source.Node;

/// Reads the whole tree of one scenario.
final class PlanReading {
    private final Study study;
    private final Findings findings;
    private final Numbers numbers;
    private final Names names;

    PlanReading(Study study, Findings findings) {
        this.study = study;
        this.findings = findings;
        this.numbers = new Numbers(findings);
        this.names = new Names(study, findings);
    }

    /// The plan, or nothing where what was found is too wrong to have one.
    Optional<RehearsalPlan> plan(String scenario, String says, Node tree) {
        Optional<Model> found = model(tree.get("model"));
        LocalDate start = numbers.day(tree.get("participants").get("start"));
        Map<String, Double> effects = effects(tree.get("effects"));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Model model = found.get();
        names.observables(tree.get("observables"), model);
        Map<String, String> observables = new LinkedHashMap<>();
        tree.get("observables").members().forEach((form, name) -> observables.put(form, name.text()));
        RehearsalPlan plan = new RehearsalPlan(
                scenario,
                says,
                model,
                start,
                effects,
                circumstances(tree, model),
                Transport.of(tree.find("supply").map(node -> numbers.of(node)).orElse(Map.of())),
                sites(tree, model),
                moreSites(tree),
                arms(tree, model),
                ensemble(tree, model),
                tree.find("assurance").map(this::prior),
                observables,
                assumptions(tree));
        new ModelCheck(plan, tree, findings).check();
        return Optional.of(plan);
    }

    private Optional<Model> model(Node node) {
        Optional<Model> model = Models.find(node.text("id"), node.integer("version"));
        if (model.isEmpty()) {
            List<String> known = Models.all().stream().map(Model::id).toList();
            findings.error(
                    "unknown-model",
                    node.get("id").place(),
                    "there is no model " + node.text("id") + " version " + node.text("version"),
                    RehearsalPlanReader.WHY,
                    NearestWord.to(node.text("id"), known)
                            .map(nearest -> "Did you mean " + nearest + "?")
                            .orElse("Use one of: " + String.join(", ", known)));
        }
        return model;
    }

    private Circumstances circumstances(Node tree, Model model) {
        Node parameters = tree.get("model").get("parameters");
        names.exactlyParameters(parameters, model.parameters());
        Node people = tree.get("participants");
        return new Circumstances(
                numbers.of(parameters),
                tree.find("drift").map(drift -> some(drift, model)).orElse(Map.of()),
                Participation.of(
                        numbers.of(people, "start", "feels", "suffers"),
                        people.find("feels").flatMap(feels -> names.item(feels.get("value"))),
                        people.find("suffers").flatMap(log -> names.form(log.get("value")))),
                Diligence.of(numbers.of(tree.get("staff"))),
                tree.list("assessments").stream().map(this::slant).toList());
    }

    private Map<String, Circumstances> sites(Node tree, Model model) {
        Map<String, Circumstances> sites = new LinkedHashMap<>();
        tree.find("sites").ifPresent(nodes -> {
            List<String> known = new ArrayList<>(moreSites(tree).keySet());
            study.sites().stream().map(Site::id).forEach(known::add);
            names.among(nodes, known, Names.Named.SITE);
            nodes.members().forEach((site, node) -> sites.put(site, circumstances(ScenarioTree.of(tree, node), model)));
        });
        return sites;
    }

    /// Sites that the protocol does not have, with their offsets.
    private SortedMap<String, String> moreSites(Node tree) {
        SortedMap<String, String> more = new TreeMap<>();
        tree.find("sites")
                .ifPresent(nodes -> nodes.members().forEach((site, node) -> {
                    if (study.sites().stream().noneMatch(known -> known.id().equals(site))) {
                        node.find("utc-offset").ifPresent(offset -> more.put(site, offset.text()));
                    }
                }));
        return more;
    }

    private Map<String, Map<String, Double>> arms(Node tree, Model model) {
        Map<String, Map<String, Double>> arms = new LinkedHashMap<>();
        tree.find("arms").ifPresent(nodes -> {
            names.among(nodes, study.design().arms().stream().map(Arm::id).toList(), Names.Named.ARM);
            nodes.members().forEach((arm, node) -> arms.put(arm, some(node.get("model"), model)));
        });
        return arms;
    }

    private Map<String, Double> ensemble(Node tree, Model model) {
        return tree.find("ensemble").map(node -> some(node.get("draws"), model)).orElse(Map.of());
    }

    private Map<String, Double> some(Node node, Model model) {
        names.among(node, List.copyOf(model.parameters()), Names.Named.PARAMETER);
        return numbers.of(node);
    }

    private Map<String, Double> effects(Node node) {
        names.exactlyArms(
                node, new TreeSet<>(study.design().arms().stream().map(Arm::id).toList()));
        Map<String, Double> effects = new LinkedHashMap<>();
        node.members().forEach((arm, amount) -> numbers.number(amount).ifPresent(value -> effects.put(arm, value)));
        return effects;
    }

    private Slant slant(Node node) {
        List<ItemName> items = new ArrayList<>();
        node.list("items").forEach(item -> names.item(item).ifPresent(items::add));
        node.find("visits").ifPresent(names::encounters);
        Optional<Slant.Where> where = node.find("where")
                .flatMap(place -> names.item(place.get("item")).map(item -> new Slant.Where(item, place.text("code"))));
        return new Slant(node.text("id"), Set.copyOf(items), Set.copyOf(node.texts("visits")), where, change(node));
    }

    private Slant.Change change(Node node) {
        if (node.find("add").isPresent()) {
            return new Slant.Change.Added(
                    numbers.number(node.get("add").get("value")).orElse(0.0));
        }
        Map<String, String> codes = new LinkedHashMap<>();
        Node turn = node.get("turn");
        turn.get("codes").members().forEach((from, to) -> codes.put(from, to.text()));
        return new Slant.Change.Turned(codes, numbers.probability(turn.get("probability")));
    }

    private Prior prior(Node node) {
        Map<String, Double> values = numbers.of(node, "participants");
        return new Prior(
                values.getOrDefault("difference", 0.0),
                values.getOrDefault("standard-error", 0.0),
                values.getOrDefault("reference-responses", 1.0),
                values.getOrDefault("reference-non-responses", 1.0),
                node.texts("participants").stream().map(Integer::valueOf).toList());
    }

    /// Every assumption that stands anywhere in the tree, by the way to it.
    private static List<Assumption> assumptions(Node tree) {
        List<Assumption> assumptions = new ArrayList<>();
        tree.members().forEach((key, node) -> {
            if (key.equals("effects")) {
                node.members()
                        .forEach((arm, amount) -> assumptions.add(new Assumption(
                                "effects." + arm, amount.text(), "one dose, in the model's unit", "proposed")));
            } else if (!key.equals("scenarios")) {
                walk(key, node, assumptions);
            }
        });
        return assumptions;
    }

    private static void walk(String way, Node node, List<Assumption> assumptions) {
        switch (node) {
            case Node.Mapping _
            when ScenarioTree.isAssumption(node) ->
                assumptions.add(new Assumption(way, node.text("value"), node.text("source"), node.text("certainty")));
            case Node.Mapping(var _, var members) ->
                members.forEach(
                        (key, member) -> walk(key.equals("parameters") ? way : way + "." + key, member, assumptions));
            case Node.Sequence(var _, var nodes) ->
                nodes.forEach(each -> walk(way + "." + each.text("id", "each"), each, assumptions));
            case Node.Scalar _ -> {}
        }
    }
}
