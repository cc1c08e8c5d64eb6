package org.equipoise.exchange.usdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.exchange.outline.Outline;
import org.equipoise.exchange.outline.Outline.Arm;
import org.equipoise.exchange.outline.Outline.Criterion;
import org.equipoise.exchange.outline.Outline.Fact;
import org.equipoise.exchange.outline.Outline.Gap;
import org.equipoise.exchange.outline.Outline.Outcome;
import org.equipoise.exchange.outline.Outline.Plan;
import org.equipoise.exchange.outline.Outline.Treatment;
import org.equipoise.exchange.outline.Said;
import tools.jackson.databind.JsonNode;

/// A study of the Unified Study Definitions Model 4.0: its first version and that version's first design. The schedule
/// is read by [Timeline], the forms by [Concepts].
public final class UsdmReader {
    static final String VERSION = "/study/versions/0";
    static final String DESIGN = VERSION + "/studyDesigns/0";

    private final String file;
    private final JsonNode root;
    private final Map<String, JsonNode> byId = new HashMap<>();

    private UsdmReader(String file, JsonNode root) {
        this.file = file;
        this.root = root;
        index(root.at(VERSION));
    }

    public static boolean recognises(JsonNode root) {
        return root.path("study").isObject() && root.has("usdmVersion");
    }

    public static Outline read(String file, JsonNode root) {
        return new UsdmReader(file, root).outline();
    }

    private void index(JsonNode node) {
        if (node.path("id").isString()) {
            byId.put(node.path("id").asString(), node);
        }
        node.forEach(this::index);
    }

    private Outline outline() {
        Concepts concepts = new Concepts(root.at(VERSION), root.at(DESIGN), file + "#" + DESIGN);
        Timeline timeline = new Timeline(file, root.at(DESIGN), concepts);
        List<Gap> gaps = new ArrayList<>(timeline.gaps());
        for (int i = 1; i < root.at(VERSION + "/studyDesigns").size(); i++) {
            gaps.add(new Gap(
                    "design-not-drafted",
                    new Said(
                            "the design is one of several; only the first is drafted",
                            at(VERSION + "/studyDesigns/" + i))));
        }
        return new Outline(
                file,
                titles(),
                facts(),
                plan(),
                arms(),
                treatments(),
                criteria(),
                outcomes(),
                timeline.visits(),
                concepts.forms(),
                prose(),
                document(),
                gaps);
    }

    private List<Said> titles() {
        List<Said> titles = new ArrayList<>();
        each(VERSION + "/titles").forEach(title -> {
            String type = text(title + "/type/decode");
            if (type.startsWith("Official")) {
                titles.addFirst(said(title + "/text", title));
            } else if (!type.endsWith("Acronym")) {
                titles.add(said(title + "/text", title));
            }
        });
        if (titles.isEmpty()) {
            titles.add(said("/study/name", "/study/name"));
        }
        return titles;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        each(VERSION + "/titles")
                .filter(title -> text(title + "/type/decode").endsWith("Acronym"))
                .forEach(title -> facts.add(new Fact("Acronym", said(title + "/text", title))));
        each(VERSION + "/studyIdentifiers").forEach(id -> {
            facts.add(new Fact("Number at " + organization(text(id + "/scopeId")), said(id + "/text", id)));
        });
        each(DESIGN + "/indications").forEach(one -> facts.add(new Fact("Condition", said(one + "/description", one))));
        facts.add(new Fact("Version of the protocol", said(VERSION + "/versionIdentifier", VERSION)));
        facts.removeIf(fact -> fact.value().text().isEmpty());
        return facts;
    }

    private String organization(String id) {
        JsonNode organization = byId.get(id);
        return organization == null
                ? "an organisation that the source does not name"
                : organization.path("name").asString(id);
    }

    private Plan plan() {
        String population = DESIGN + "/population";
        Optional<Said> count = said(population + "/plannedEnrollmentNumber/value")
                .map(said ->
                        new Said(said.text().replaceAll("\\.0+$", ""), at(population + "/plannedEnrollmentNumber")));
        return new Plan(
                type(),
                said(DESIGN + "/studyPhase/standardCode/decode"),
                Optional.of(new Said(text(DESIGN + "/model/decode"), at(DESIGN))),
                said(DESIGN + "/blindingSchema/standardCode/decode")
                        .map(said -> new Said(said.text(), at(DESIGN + "/blindingSchema"))),
                each(VERSION + "/roles")
                        .filter(role -> root.at(role + "/masking/isMasked").asBoolean(false))
                        .map(role -> text(role + "/code/decode"))
                        .toList(),
                count,
                false,
                Stream.of("minValue", "maxValue")
                        .flatMap(limit -> age(population + "/plannedAge/" + limit).stream())
                        .toList(),
                false);
    }

    private Optional<Said> age(String path) {
        return said(path + "/value")
                .map(said -> new Said(
                        said.text().replaceAll("\\.0+$", "") + " " + text(path + "/unit/standardCode/decode"),
                        said.at()));
    }

    private Optional<Said> type() {
        String instance = text(DESIGN + "/instanceType");
        String word = text(DESIGN + "/studyType/decode");
        return instance.isEmpty() && word.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(word.isEmpty() ? instance : word, at(DESIGN)));
    }

    private List<Arm> arms() {
        return each(DESIGN + "/arms")
                .map(arm -> new Arm(
                        said(text(arm + "/label").isEmpty() ? arm + "/name" : arm + "/label", arm),
                        said(arm + "/type/decode"),
                        said(arm + "/description")))
                .toList();
    }

    private List<Treatment> treatments() {
        return each(VERSION + "/studyInterventions")
                .map(given -> new Treatment(
                        said(text(given + "/label").isEmpty() ? given + "/name" : given + "/label", given),
                        List.of(),
                        said(given + "/description"),
                        each(given + "/administrations")
                                .flatMap(one -> said(one + "/route/standardCode/decode")
                                        .map(route -> new Said(route.text(), at(one + "/route")))
                                        .stream())
                                .toList(),
                        each(given + "/administrations")
                                .flatMap(one -> dose(one).stream())
                                .toList()))
                .toList();
    }

    private Optional<Said> dose(String administration) {
        return said(administration + "/dose/value")
                .map(value -> new Said(
                        value.text().replaceAll("\\.0+$", "") + " "
                                + text(administration + "/dose/unit/standardCode/decode")
                                + ", " + text(administration + "/frequency/standardCode/decode"),
                        at(administration + "/dose")));
    }

    private List<Criterion> criteria() {
        List<Criterion> criteria = new ArrayList<>();
        int included = 0;
        int excluded = 0;
        Map<String, String> places = new HashMap<>();
        each(VERSION + "/eligibilityCriterionItems").forEach(item -> places.put(text(item + "/id"), item));
        for (String criterion : each(DESIGN + "/eligibilityCriteria").toList()) {
            boolean inclusion = text(criterion + "/category/decode").startsWith("Inclusion");
            String item = places.getOrDefault(text(criterion + "/criterionItemId"), criterion);
            String text = Marked.plain(text(item + "/text"), dictionary(text(item + "/dictionaryId")));
            String id = inclusion ? "I" + ++included : "E" + ++excluded;
            criteria.add(new Criterion(id, inclusion, new Said(text, at(item)), Optional.empty()));
        }
        return criteria;
    }

    /// What the tags of a dictionary stand for. A tag that is in it and leads to no value stands as its own name.
    private Map<String, String> dictionary(String id) {
        Map<String, String> meanings = new HashMap<>();
        JsonNode dictionary = byId.get(id);
        if (dictionary != null) {
            dictionary.path("parameterMaps").forEach(map -> {
                String tag = map.path("tag").asString("");
                meanings.put(tag, meaning(map.path("reference").asString("")).orElse("[" + tag + "]"));
            });
        }
        return meanings;
    }

    private Optional<String> meaning(String reference) {
        String id = reference.replaceAll("(?s).*\\bid=\"([^\"]*)\".*", "$1");
        String attribute = reference.replaceAll("(?s).*\\battribute=\"([^\"]*)\".*", "$1");
        JsonNode target = byId.get(id);
        JsonNode value = target == null ? null : target.path(attribute);
        return value == null || !value.isValueNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(value.asString().replaceAll("\\.0+$", ""));
    }

    private List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        each(DESIGN + "/objectives")
                .forEach(objective -> each(objective + "/endpoints")
                        .forEach(endpoint -> outcomes.add(new Outcome(
                                text(endpoint + "/level/decode").startsWith("Primary"),
                                said(endpoint + "/text", endpoint),
                                Optional.empty(),
                                Optional.empty()))));
        return outcomes;
    }

    private List<Said> prose() {
        List<Said> prose = new ArrayList<>();
        said(VERSION + "/rationale").ifPresent(prose::add);
        each(DESIGN + "/objectives").forEach(objective -> prose.add(said(objective + "/text", objective)));
        return prose;
    }

    private List<Said> document() {
        return each(VERSION + "/narrativeContentItems")
                .map(item -> said(item + "/text", item))
                .toList();
    }

    private Stream<String> each(String list) {
        return IntStream.range(0, root.at(list).size()).mapToObj(i -> list + "/" + i);
    }

    private String text(String path) {
        return root.at(path).asString("");
    }

    private Said said(String path, String at) {
        return new Said(Marked.plain(text(path), Map.of()), at(at));
    }

    private Optional<Said> said(String path) {
        return text(path).isBlank() ? Optional.empty() : Optional.of(said(path, path));
    }

    private String at(String path) {
        return file + "#" + path;
    }
}
