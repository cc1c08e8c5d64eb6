package org.equipoise.exchange.usdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.exchange.outline.Outline.Gap;
import org.equipoise.exchange.outline.Outline.Visit;
import org.equipoise.exchange.outline.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The main timeline as visits. An instance is timed from another by days; the fixed reference is day 1. What is timed
/// in hours, or hangs on a condition, is a gap.
final class Timeline {
    private final String at;
    private final JsonNode design;
    private final Concepts concepts;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, Integer> timings = new HashMap<>();
    private JsonNode timeline;
    private String place;

    Timeline(String file, JsonNode design, Concepts concepts) {
        this.at = file + "#" + UsdmReader.DESIGN;
        this.design = design;
        this.concepts = concepts;
        this.timeline = design.path("scheduleTimelines").path(0);
        this.place = at + "/scheduleTimelines/0";
        read();
    }

    List<Visit> visits() {
        return visits;
    }

    List<Gap> gaps() {
        return gaps;
    }

    private void read() {
        JsonNode timelines = design.path("scheduleTimelines");
        for (int i = 0; i < timelines.size(); i++) {
            if (timelines.path(i).path("mainTimeline").asBoolean(false)) {
                timeline = timelines.path(i);
                place = at + "/scheduleTimelines/" + i;
            } else {
                String name = timelines.path(i).path("name").asString("");
                gaps.add(gap(
                        "timeline-not-drafted",
                        "the timeline '" + name + "' is not drafted",
                        at + "/scheduleTimelines/" + i));
            }
        }
        JsonNode timed = timeline.path("timings");
        for (int i = 0; i < timed.size(); i++) {
            timings.put(timed.path(i).path("relativeFromScheduledInstanceId").asString(""), i);
        }
        visits(instances());
    }

    /// The instances of each encounter, by their place.
    private Map<String, List<Integer>> instances() {
        Map<String, List<Integer>> byEncounter = new LinkedHashMap<>();
        JsonNode instances = timeline.path("instances");
        for (int i = 0; i < instances.size(); i++) {
            JsonNode instance = instances.path(i);
            String encounter = instance.path("encounterId").asString("");
            if (!instance.path("instanceType").asString("").equals("ScheduledActivityInstance")) {
                gaps.add(gap(
                        "condition-not-drafted", "what comes next hangs on a condition", place + "/instances/" + i));
            } else if (encounter.isEmpty()) {
                gaps.add(gap("no-visit", "activities belong to no visit", place + "/instances/" + i));
            } else {
                byEncounter.computeIfAbsent(encounter, _ -> new ArrayList<>()).add(i);
            }
        }
        return byEncounter;
    }

    private void visits(Map<String, List<Integer>> instances) {
        JsonNode encounters = design.path("encounters");
        Names names = new Names();
        for (int i = 0; i < encounters.size(); i++) {
            JsonNode encounter = encounters.path(i);
            String label = encounter.path("label").asString("");
            Said said =
                    new Said(label.isBlank() ? encounter.path("name").asString("") : label, at + "/encounters/" + i);
            List<Integer> places = instances.getOrDefault(encounter.path("id").asString(""), List.of());
            visits.add(visit(names.word(said.text()), said, places));
        }
    }

    private Visit visit(String id, Said label, List<Integer> places) {
        List<Gap> open = new ArrayList<>();
        Set<String> forms = new LinkedHashSet<>();
        for (int each : places) {
            timeline.path("instances")
                    .path(each)
                    .path("activityIds")
                    .forEach(activity -> concepts.form(activity.asString("")).ifPresent(forms::add));
        }
        places.stream()
                .skip(1)
                .forEach(more -> open.add(gap(
                        "several-at-one-visit",
                        "'" + name(more) + "' has another time than the visit it belongs to",
                        place + "/instances/" + more)));
        if (places.isEmpty()) {
            open.add(new Gap("visit-without-time", new Said("no timeline says when the visit is", label.at())));
            return new Visit(id, label, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), open);
        }
        String instance = id(places.getFirst());
        Integer timing = timings.get(instance);
        Optional<Integer> before = window(timing, "windowLower", open);
        Optional<Integer> after = window(timing, "windowUpper", open);
        Optional<Integer> offset = offset(instance, new HashSet<>());
        if (offset.isEmpty() && open.isEmpty() && timing != null) {
            open.add(gap("window-in-hours", "the time is not in whole days", place + "/timings/" + timing));
        }
        return new Visit(
                id, label, offset.map(days -> days < 0 ? days : days + 1), before, after, List.copyOf(forms), open);
    }

    private Optional<Integer> window(@Nullable Integer timing, String side, List<Gap> open) {
        String width = timing == null
                ? ""
                : timeline.path("timings").path(timing).path(side).asString("");
        Optional<Integer> days = Days.days(width);
        if (!width.isEmpty()
                && days.isEmpty()
                && open.stream().noneMatch(gap -> gap.finding().equals("window-in-hours"))) {
            open.add(gap("window-in-hours", "the window is not in whole days", place + "/timings/" + timing));
        }
        return days;
    }

    /// Days from the fixed reference.
    private Optional<Integer> offset(String instance, Set<String> passed) {
        Integer place = timings.get(instance);
        if (place == null || !passed.add(instance)) {
            return Optional.empty();
        }
        JsonNode timing = timeline.path("timings").path(place);
        Optional<Integer> days = Days.days(timing.path("value").asString(""));
        Optional<Integer> from =
                offset(timing.path("relativeToScheduledInstanceId").asString(""), passed);
        return switch (timing.path("type").path("decode").asString("")) {
            case "Fixed Reference" -> Optional.of(0);
            case "After" -> from.flatMap(start -> days.map(more -> start + more));
            case "Before" -> from.flatMap(start -> days.map(less -> start - less));
            default -> Optional.empty();
        };
    }

    private String id(int place) {
        return timeline.path("instances").path(place).path("id").asString("");
    }

    private String name(int place) {
        JsonNode instance = timeline.path("instances").path(place);
        String label = instance.path("label").asString("");
        return label.isBlank() ? instance.path("name").asString("") : label;
    }

    private static Gap gap(String finding, String what, String at) {
        return new Gap(finding, new Said(what, at));
    }
}
