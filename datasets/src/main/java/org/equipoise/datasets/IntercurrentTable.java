package org.equipoise.datasets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Estimand.Detection;
import org.equipoise.protocol.endpoint.Estimand.IntercurrentEvent;

/// One row for every intercurrent event of an estimand that happened to a randomised participant, and the first visit
/// that it bears on.
final class IntercurrentTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("estimand", "Estimand", Kind.CODE),
            Column.of("event", "Intercurrent event", Kind.CODE),
            Column.of("strategy", "Strategy", Kind.CODE),
            Column.of("from", "First encounter that it bears on", Kind.CODE));

    private final Plan plan;

    IntercurrentTable(Plan plan) {
        this.plan = plan;
    }

    Dataset of(List<Course> courses, List<Estimand> estimands) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            if (participant.randomization().isPresent()) {
                estimands.forEach(estimand -> estimand.intercurrentEvents()
                        .forEach(event -> happened(participant, event)
                                .ifPresent(happening -> rows.add(row(participant, estimand, event, happening)))));
            }
        }
        return new Dataset("intercurrent_events", "Intercurrent events that happened", COLUMNS, rows);
    }

    /// The first encounter that an event bears on (the place after the last, where it comes after all), and what tells
    /// it.
    record Happening(int from, List<Source> sources) {}

    private Row row(Course participant, Estimand estimand, IntercurrentEvent event, Happening happening) {
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(estimand.id()),
                        Optional.of(event.id()),
                        Optional.of(
                                event.strategy().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        happening.from() < plan.encounters().size()
                                ? Optional.of(
                                        plan.encounters().get(happening.from()).id())
                                : Optional.empty()),
                happening.sources());
    }

    Optional<Happening> happened(Course participant, IntercurrentEvent event) {
        return event.detected().flatMap(detection -> switch (detection) {
            case Detection.Held(var condition) -> held(participant, condition);
            case Detection.Ended(var how, var reasons) ->
                participant
                        .ending()
                        .filter(ending -> how.contains(ending.how()))
                        .filter(ending -> ending.isFor(reasons))
                        .map(ending -> new Happening(first(participant, ending.date()), List.of(ending.source())));
            case Detection.Unblinded _ ->
                participant.unblindings().stream()
                        .findFirst()
                        .map(first ->
                                new Happening(first(participant, day(participant, first)), List.of(first.source())));
            case Detection.Underdosed(var share) ->
                ExposureTable.adherence(plan, participant).compareTo(share) < 0
                        ? Optional.of(new Happening(0, ExposureTable.sources(participant)))
                        : Optional.empty();
        });
    }

    /// At the first visit held at which the condition holds. What is permanent is asked at the last visit first: most
    /// often it does not hold, and then it never did.
    private Optional<Happening> held(Course participant, Condition condition) {
        List<Integer> visits = IntStream.range(
                        plan.randomizationPlace(), plan.encounters().size())
                .filter(place -> participant.visit(place).isPresent())
                .boxed()
                .toList();
        if (visits.isEmpty()
                || (isPermanent(condition) && !holds(participant, condition, visits.getLast(), new Reading()))) {
            return Optional.empty();
        }
        for (int place : visits) {
            Reading reading = new Reading();
            if (holds(participant, condition, place, reading)) {
                return Optional.of(new Happening(place, reading.sources()));
            }
        }
        return Optional.empty();
    }

    private boolean isPermanent(Condition condition) {
        return condition instanceof Condition.Derived(var derivation)
                && plan.derivation(derivation).permanent();
    }

    private boolean holds(Course participant, Condition condition, int place, Reading reading) {
        return condition.truth(new VisitAnswers(plan, participant, place, reading)) == Truth.TRUE;
    }

    /// Where the participant's site is.
    private LocalDate day(Course participant, Noted<CodeBroken> broken) {
        return LocalDate.ofInstant(
                Instant.EPOCH.plus(broken.event().occurred(), ChronoUnit.MICROS),
                plan.offset(participant.consent().event().site()));
    }

    /// The first encounter planned on the day or later.
    private int first(Course participant, LocalDate day) {
        LocalDate dayOne = participant.randomization().orElseThrow().event().date();
        List<Encounter> encounters = plan.encounters();
        int place = plan.randomizationPlace();
        while (place < encounters.size()
                && encounters.get(place).planned(dayOne).isBefore(day)) {
            place++;
        }
        return place;
    }
}
