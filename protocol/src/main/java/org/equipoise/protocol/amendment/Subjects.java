package org.equipoise.protocol.amendment;

import java.util.List;
import java.util.Map;

/// To which part of a study a place in one of its files belongs, and what a person calls it.
record Subjects(String file) {

    /// A place: its part, the thing a person would name, and the key of that thing.
    record Told(Subject subject, String thing, String key) {}

    private static final Map<String, Subject> PROTOCOL = Map.of(
            "amendment", Subject.SUCCESSION,
            "arms", Subject.TREATMENT,
            "regimen", Subject.TREATMENT,
            "randomization", Subject.RANDOMIZATION,
            "sites", Subject.SITES,
            "supply", Subject.SUPPLY,
            "people", Subject.PEOPLE);

    /// The words for one element of a list.
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("arms", "arm"),
            Map.entry("sites", "site"),
            Map.entry("people", "role"),
            Map.entry("identification", "fact"),
            Map.entry("factors", "stratification factor"),
            Map.entry("encounters", "visit"),
            Map.entry("criteria", "criterion"),
            Map.entry("checks", "check"),
            Map.entry("clocks", "reporting clock"),
            Map.entry("items", "item"),
            Map.entry("scores", "score"),
            Map.entry("ranges", "reference range"),
            Map.entry("derivations", "derivation"),
            Map.entry("endpoints", "endpoint"),
            Map.entry("analysis-sets", "analysis set"),
            Map.entry("estimands", "estimand"),
            Map.entry("intercurrent-events", "intercurrent event"),
            Map.entry("analyses", "analysis"),
            Map.entry("tables", "table"),
            Map.entry("figures", "figure"));

    /// A file that is new, or gone.
    Told whole() {
        return new Told(subject(List.of()), isForm() ? "form " + form() : file, "");
    }

    Told told(List<String> path) {
        String list = path.getFirst();
        String element = ELEMENTS.get(list);
        if (isForm()) {
            return element == null || path.size() < 2
                    ? new Told(subject(path), "form " + form(), String.join(" ", path))
                    : new Told(subject(path), element + " " + form() + "." + path.get(1), rest(path, 2));
        }
        if (element != null && path.size() >= 2) {
            return new Told(subject(path), element + " " + path.get(1), rest(path, 2));
        }
        return new Told(subject(path), path.size() == 1 ? list : list + " " + path.get(1), rest(path, 2));
    }

    private static String rest(List<String> path, int from) {
        return path.size() <= from ? "" : String.join(" ", path.subList(from, path.size()));
    }

    private boolean isForm() {
        return file.startsWith("forms/");
    }

    private String form() {
        return file.substring("forms/".length()).replaceFirst("\\.yaml$", "");
    }

    private Subject subject(List<String> path) {
        if (isForm()) {
            return path.isEmpty()
                    ? Subject.FORMS
                    : switch (path.getFirst()) {
                        case "items" -> Subject.ITEMS;
                        case "scores" -> Subject.SCORES;
                        default -> Subject.FORMS;
                    };
        }
        return switch (file) {
            case "protocol.yaml" ->
                path.isEmpty()
                        ? Subject.IDENTIFICATION
                        : PROTOCOL.getOrDefault(path.getFirst(), Subject.IDENTIFICATION);
            case "schedule.yaml" -> path.contains("window") || path.contains("day") ? Subject.WINDOWS : Subject.VISITS;
            case "eligibility.yaml" -> Subject.CRITERIA;
            case "checks.yaml" -> Subject.CHECKS;
            case "safety.yaml" -> Subject.SAFETY;
            case "endpoints.yaml" -> Subject.ENDPOINTS;
            case "codelists.yaml" -> Subject.ITEMS;
            case "ranges.yaml" -> Subject.RANGES;
            case "analysis.yaml" -> Subject.ANALYSES;
            default -> Subject.REHEARSAL;
        };
    }
}
