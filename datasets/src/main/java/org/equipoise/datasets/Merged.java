package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.reading.Study;

/// The versions of a study as one: whatever any of them has, once, as the latest one that has it says it.
final class Merged {
    private Merged() {}

    /// In the order of their days; last the visit of those who leave early.
    static List<Encounter> encounters(List<Study> versions) {
        Map<String, List<Encounter>> byId = new LinkedHashMap<>();
        latestFirst(versions)
                .forEach(study -> study.design()
                        .encounters()
                        .forEach(encounter -> byId.computeIfAbsent(encounter.id(), _ -> new ArrayList<>())
                                .add(encounter)));
        return byId.values().stream()
                .map(Merged::encounter)
                .sorted(Comparator.comparing(Encounter::isEarlyTermination).thenComparingInt(Encounter::day))
                .toList();
    }

    /// The encounter as the latest version has it, with the forms that any version has at it.
    private static Encounter encounter(List<Encounter> latestFirst) {
        Encounter latest = latestFirst.getFirst();
        List<String> forms = latestFirst.stream()
                .flatMap(each -> each.forms().stream())
                .distinct()
                .toList();
        return new Encounter(
                latest.id(),
                latest.label(),
                latest.day(),
                latest.before(),
                latest.after(),
                forms,
                latest.activities(),
                latest.notOnDosingDay());
    }

    static List<Form> forms(List<Study> versions) {
        SequencedMap<String, List<Form>> byId = new LinkedHashMap<>();
        latestFirst(versions)
                .forEach(study -> study.forms()
                        .forEach(form -> byId.computeIfAbsent(form.id(), _ -> new ArrayList<>())
                                .add(form)));
        return byId.values().stream().map(Merged::form).toList();
    }

    private static Form form(List<Form> latestFirst) {
        Form latest = latestFirst.getFirst();
        return new Form(
                latest.id(),
                latest.title(),
                once(latestFirst, Form::items, item -> item.name().item()),
                once(latestFirst, Form::scores, score -> score.name().item()),
                latest.rules());
    }

    private static <T> List<T> once(List<Form> latestFirst, Function<Form, List<T>> parts, Function<T, String> name) {
        SequencedMap<String, T> byName = new LinkedHashMap<>();
        latestFirst.forEach(form -> parts.apply(form).forEach(part -> byName.putIfAbsent(name.apply(part), part)));
        return List.copyOf(byName.values());
    }

    private static List<Study> latestFirst(List<Study> versions) {
        return versions.reversed();
    }
}
