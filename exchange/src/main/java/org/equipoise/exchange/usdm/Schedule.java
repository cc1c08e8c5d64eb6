package org.equipoise.exchange.usdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Item;
import org.equipoise.protocol.reading.Study;
import tools.jackson.databind.node.ObjectNode;

/// A study's schedule in the model's terms: epochs before, during and after treatment; an encounter, an instance and a
/// timing for each visit; an activity for each form, with the items of it as surrogates of biomedical concepts.
final class Schedule {
    private final Study study;
    private final Instances instances;
    private final List<ObjectNode> epochs = new ArrayList<>();
    private final List<ObjectNode> encounters = new ArrayList<>();
    private final Map<String, ObjectNode> activities = new LinkedHashMap<>();
    private final List<ObjectNode> surrogates = new ArrayList<>();
    private final ObjectNode timeline;

    Schedule(Study study, Instances instances) {
        this.study = study;
        this.instances = instances;
        for (Terms epoch : List.of(Terms.SCREENING, Terms.TREATMENT, Terms.FOLLOW_UP)) {
            ObjectNode written = instances.named("StudyEpoch", epoch.decode(), epoch.decode());
            written.set("type", instances.code(epoch));
            epochs.add(written);
        }
        Instances.link(epochs);
        study.forms().forEach(form -> activities.put(form.id(), activity(form)));
        for (Encounter.Activity each : Encounter.Activity.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            activities.put(" " + name, instances.named("Activity", name, name));
        }
        Instances.link(activities());
        this.timeline = timed();
    }

    List<ObjectNode> epochs() {
        return epochs;
    }

    List<ObjectNode> encounters() {
        return encounters;
    }

    List<ObjectNode> activities() {
        return List.copyOf(activities.values());
    }

    List<ObjectNode> surrogates() {
        return surrogates;
    }

    ObjectNode timeline() {
        return timeline;
    }

    private ObjectNode activity(Form form) {
        ObjectNode activity =
                instances.named("Activity", form.id(), form.title().english());
        List<ObjectNode> items = new ArrayList<>();
        for (Item item : form.items()) {
            ObjectNode surrogate = instances.named(
                    "BiomedicalConceptSurrogate",
                    item.name().item(),
                    item.label().english());
            surrogate.put("reference", item.name().toString());
            items.add(surrogate);
        }
        surrogates.addAll(items);
        activity.set("bcSurrogateIds", Instances.ids(items));
        return activity;
    }

    private ObjectNode timed() {
        ObjectNode main = instances.named("ScheduleTimeline", "Main timeline", "");
        main.put("mainTimeline", true);
        main.put("entryCondition", "The participant gives consent");
        ObjectNode exit = instances.of("ScheduleTimelineExit");
        main.withArray("exits").add(exit);
        List<Encounter> planned = study.design().encounters();
        List<ObjectNode> held = planned.stream().map(this::instance).toList();
        ObjectNode anchor = held.get(planned.indexOf(study.design().randomizationVisit()));
        for (int i = 0; i < held.size(); i++) {
            main.withArray("timings").add(timing(planned.get(i), held.get(i), anchor));
            if (i + 1 < held.size()) {
                held.get(i).put("defaultConditionId", Instances.id(held.get(i + 1)));
            }
        }
        held.getLast().put("timelineExitId", Instances.id(exit));
        Instances.link(encounters);
        main.put("entryId", Instances.id(held.getFirst()));
        main.set("instances", Instances.array(held));
        return main;
    }

    private ObjectNode instance(Encounter visit) {
        ObjectNode encounter =
                instances.named("Encounter", visit.id(), visit.label().english());
        encounter.set("type", instances.code(Terms.VISIT));
        encounters.add(encounter);
        ObjectNode instance = instances.named(
                "ScheduledActivityInstance", visit.id(), visit.label().english());
        instance.put("encounterId", Instances.id(encounter));
        instance.put("epochId", Instances.id(epochs.get(epoch(visit))));
        List<ObjectNode> done = new ArrayList<>();
        visit.forms().forEach(form -> done.add(activities.get(form)));
        for (Encounter.Activity each : Encounter.Activity.values()) {
            if (visit.activities().contains(each)) {
                done.add(activities.get(" " + each.name().toLowerCase(Locale.ROOT)));
            }
        }
        instance.set("activityIds", Instances.ids(done));
        return instance;
    }

    /// Before day 1, up to the last dose, and after it.
    private int epoch(Encounter visit) {
        int lastDose = study.design().dispensing().stream()
                        .mapToInt(Encounter::day)
                        .max()
                        .orElse(1)
                + study.design().regimen().doseDays().getLast()
                - 1;
        return visit.isScreening() ? 0 : visit.day() <= lastDose ? 1 : 2;
    }

    private ObjectNode timing(Encounter visit, ObjectNode instance, ObjectNode anchor) {
        ObjectNode timing = instances.named("Timing", visit.id(), visit.label().english());
        int days = visit.isScreening() ? -visit.day() : visit.day() - 1;
        boolean fixed = visit.day() == 1;
        timing.set("type", instances.code(fixed ? Terms.FIXED : visit.isScreening() ? Terms.BEFORE : Terms.AFTER));
        timing.put("value", "P" + (fixed ? 1 : days) + "D");
        timing.put("valueLabel", fixed ? "day 1" : days + " days");
        timing.set("relativeToFrom", instances.code(Terms.START_TO_START));
        timing.put("relativeFromScheduledInstanceId", Instances.id(instance));
        timing.put("relativeToScheduledInstanceId", Instances.id(anchor));
        timing.put("windowLower", "P" + visit.before() + "D");
        timing.put("windowUpper", "P" + visit.after() + "D");
        timing.put("windowLabel", "-" + visit.before() + ".." + visit.after() + " days");
        return timing;
    }
}
