package org.equipoise.exchange.usdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.exchange.outline.Outline.Form;
import org.equipoise.exchange.outline.Outline.Item;
import org.equipoise.exchange.outline.Said;
import tools.jackson.databind.JsonNode;

/// Forms drafted from activities: a form for each activity at a visit, an item for each biomedical concept of it.
final class Concepts {
    private final Map<String, JsonNode> concepts = new HashMap<>();
    private final Map<String, String> surrogates = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final JsonNode activities;
    private final String at;
    private final Names names = new Names();
    private final Map<String, Form> forms = new LinkedHashMap<>();

    /// @param at the place of the design
    Concepts(JsonNode version, JsonNode design, String at) {
        version.path("biomedicalConcepts")
                .forEach(concept -> concepts.put(concept.path("id").asString(""), concept));
        version.path("bcSurrogates")
                .forEach(one -> surrogates.put(
                        one.path("id").asString(""), one.path("label").asString("")));
        this.activities = design.path("activities");
        this.at = at;
        for (int i = 0; i < activities.size(); i++) {
            places.put(activities.path(i).path("id").asString(""), i);
        }
    }

    /// Every form that a visit asked for.
    List<Form> forms() {
        return List.copyOf(forms.values());
    }

    /// The name of the form of an activity; nothing where there is no such activity.
    Optional<String> form(String activity) {
        Integer place = places.get(activity);
        return place == null
                ? Optional.empty()
                : Optional.of(forms.computeIfAbsent(activity, _ -> form(place)).id());
    }

    private Form form(int place) {
        JsonNode activity = activities.path(place);
        String label = activity.path("label").asString("");
        Said title =
                new Said(label.isBlank() ? activity.path("name").asString("") : label, at + "/activities/" + place);
        List<Item> items = new ArrayList<>();
        Names own = new Names();
        activity.path("biomedicalConceptIds").forEach(id -> {
            JsonNode concept = concepts.get(id.asString(""));
            if (concept != null) {
                items.add(item(concept, own, title.at()));
            }
        });
        activity.path("bcSurrogateIds").forEach(id -> {
            String surrogate = surrogates.getOrDefault(id.asString(""), "");
            if (!surrogate.isBlank()) {
                Said said = new Said(surrogate, title.at());
                items.add(new Item(own.word(surrogate), said, Optional.empty(), List.of(), List.of()));
            }
        });
        return new Form(names.word(title.text()), title, items);
    }

    private static Item item(JsonNode concept, Names names, String at) {
        String label = concept.path("label").asString("");
        Optional<JsonNode> result = concept.path("properties")
                .valueStream()
                .filter(property -> property.path("name").asString("").endsWith("ORRES")
                        || property.path("name")
                                .asString("")
                                .equals(concept.path("name").asString("-")))
                .findFirst();
        List<String> codes = result.map(Concepts::codes).orElse(List.of());
        List<String> units = concept.path("properties")
                .valueStream()
                .filter(property -> property.path("name").asString("").endsWith("ORRESU"))
                .flatMap(property -> codes(property).stream())
                .toList();
        String type =
                result.map(property -> property.path("datatype").asString("")).orElse("");
        return new Item(
                names.word(label),
                new Said(label, at),
                switch (type) {
                    case "float", "integer", "decimal" -> Optional.of("amount");
                    case "date", "datetime" -> Optional.of("date");
                    default -> codes.isEmpty() ? Optional.empty() : Optional.of("code");
                },
                codes,
                units);
    }

    private static List<String> codes(JsonNode property) {
        return property.path("responseCodes")
                .valueStream()
                .filter(code -> code.path("isEnabled").asBoolean(true))
                .map(code -> code.path("code").path("decode").asString(""))
                .filter(code -> !code.isBlank())
                .toList();
    }
}
