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
    private static final List<Encounter.Activity> DONE =
            List.of(Encounter.Activity.RANDOMIZATION, Encounter.Activity.DISPENSING);

    private final Study study;
    private final Instances instances;
    private final List<ObjectNode> epochs = new ArrayList<>();
    private final List<ObjectNode> encounters = new ArrayList<>();
    private final Map<String, ObjectNode> activities = new LinkedHashMap<>();
    private final List<ObjectNode> surrogates = new ArrayList<>();
    private final List<ObjectNode> timelines = new ArrayList<>();

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
        for (Encounter.Activity each : DONE) {
            String name = each.name().toLowerCase(Locale.ROOT);
            activities.put(" " + name, instances.named("Activity", name, name));
        }
        Instances.link(activities());
        timelines.add(planned());
        study.design().earlyTermination().ifPresent(visit -> timelines.add(early(visit)));
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

    List<ObjectNode> timelines() {
        return timelines;
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

    private ObjectNode planned() {
        ObjectNode main = timeline("Main timeline", true, "The participant gives consent");
        List<Encounter> planned = study.design().encounters().stream()
                .filter(visit -> !visit.isEarlyTermination())
                .toList();
        List<ObjectNode> held = planned.stream().map(this::instance).toList();
        ObjectNode anchor = held.get(planned.indexOf(study.design().randomizationVisit()));
        for (int i = 0; i < held.size(); i++) {
            main.withArray("timings").add(timing(planned.get(i), held.get(i), anchor));
            if (i + 1 < held.size()) {
                held.get(i).put("defaultConditionId", Instances.id(held.get(i + 1)));
            }
        }
        held.getLast().set("timelineExitId", main.at("/exits/0/id"));
        Instances.link(encounters);
        main.put("entryId", Instances.id(held.getFirst()));
        main.set("instances", Instances.array(held));
        return main;
    }

    /// A timeline of its own: the visit comes when somebody leaves.
    private ObjectNode early(Encounter visit) {
        ObjectNode side = timeline("Early termination", false, "The participant leaves early");
        ObjectNode held = instance(visit);
        side.put("entryId", Instances.id(held));
        held.set("timelineExitId", side.at("/exits/0/id"));
        side.set("instances", Instances.array(List.of(held)));
        return side;
    }

    private ObjectNode timeline(String name, boolean main, String entry) {
        ObjectNode timeline = instances.named("ScheduleTimeline", name, "");
        timeline.put("mainTimeline", main);
        timeline.put("entryCondition", entry);
        timeline.withArray("exits").add(instances.of("ScheduleTimelineExit"));
        return timeline;
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
        for (Encounter.Activity each : DONE) {
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
