package org.equipoise.datasets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Estimand.IntercurrentEvent;

/// One row for every randomised participant and analysis set: in it, or why not.
final class AnalysisSetTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("set", "Analysis set", Kind.CODE),
            Column.of("member", "In the set", Kind.CODE),
            Column.of("reason", "Why not", Kind.TEXT));

    private final Plan plan;
    private final List<IntercurrentEvent> events;

    AnalysisSetTable(Plan plan, List<Estimand> estimands) {
        this.plan = plan;
        this.events = estimands.stream()
                .flatMap(estimand -> estimand.intercurrentEvents().stream())
                .toList();
    }

    Dataset of(List<Course> courses, List<AnalysisSet> sets) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            if (participant.randomization().isPresent()) {
                sets.forEach(set -> rows.add(row(participant, set)));
            }
        }
        return new Dataset("analysis_sets", "Who is in which analysis set", COLUMNS, rows);
    }

    private Row row(Course participant, AnalysisSet set) {
        List<Source> sources = new ArrayList<>();
        sources.add(participant.randomization().orElseThrow().source());
        List<String> reasons = new ArrayList<>();
        if (set.who() == AnalysisSet.Who.TREATED) {
            sources.addAll(ExposureTable.sources(participant));
            if (ExposureTable.given(participant).findAny().isEmpty()) {
                reasons.add("no dose given");
            }
        }
        set.minimumAdherence().ifPresent(least -> {
            sources.addAll(ExposureTable.sources(participant));
            BigDecimal share = ExposureTable.adherence(plan, participant);
            if (share.compareTo(least) < 0) {
                reasons.add("share of doses " + share.toPlainString() + " below " + least.toPlainString());
            }
        });
        for (String excluded : set.excluded()) {
            events.stream()
                    .filter(named(excluded))
                    .findFirst()
                    .flatMap(event -> new IntercurrentTable(plan).happened(participant, event))
                    .ifPresent(happening -> {
                        sources.addAll(happening.sources());
                        reasons.add(excluded);
                    });
        }
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(set.id()),
                        Optional.of(reasons.isEmpty() ? "yes" : "no"),
                        reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons))),
                sources.stream().sorted().distinct().toList());
    }

    private static Predicate<IntercurrentEvent> named(String id) {
        return event -> event.id().equals(id);
    }
}
