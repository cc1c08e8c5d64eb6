package org.equipoise.datasets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;

/// One row for every randomised participant: what was given of the whole regimen.
final class ExposureTable {
    /// Decimals of a share of the doses: enough to tell one dose of a thousand.
    private static final int DECIMALS = 4;

    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("planned", "Doses in the regimen", Kind.INTEGER),
            Column.of("given", "Doses given", Kind.INTEGER),
            Column.of("missed", "Doses missed", Kind.INTEGER),
            Column.of("adherence", "Share of the regimen given", Kind.DECIMAL),
            Column.of("first", "Date of the first dose", Kind.DATE, "TRTSDT"),
            Column.of("last", "Date of the last dose", Kind.DATE, "TRTEDT"));

    private ExposureTable() {}

    static Dataset of(Plan plan, List<Course> courses) {
        List<Row> rows = courses.stream()
                .filter(course -> course.randomization().isPresent())
                .map(course -> row(plan, course))
                .toList();
        return new Dataset("exposure", "Doses given to each participant", COLUMNS, rows);
    }

    private static Row row(Plan plan, Course participant) {
        List<String> days =
                given(participant).map(dose -> dose.given().toString()).sorted().toList();
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(Integer.toString(plan.doses(participant.version()))),
                        Optional.of(Integer.toString(days.size())),
                        Optional.of(Long.toString(missed(participant))),
                        Optional.of(adherence(plan, participant).toPlainString()),
                        days.stream().findFirst(),
                        days.isEmpty() ? Optional.empty() : Optional.of(days.getLast())),
                sources(participant));
    }

    static BigDecimal adherence(Plan plan, Course participant) {
        return BigDecimal.valueOf(given(participant).count())
                .divide(BigDecimal.valueOf(plan.doses(participant.version())), DECIMALS, RoundingMode.HALF_UP);
    }

    static Stream<DoseGiven> given(Course participant) {
        return participant.doses().stream()
                .map(Noted::event)
                .flatMap(event -> event instanceof DoseGiven given ? Stream.of(given) : Stream.empty());
    }

    private static long missed(Course participant) {
        return participant.doses().stream()
                .map(Noted::event)
                .filter(DoseMissed.class::isInstance)
                .count();
    }

    static List<Source> sources(Course participant) {
        return participant.doses().stream()
                .map((Noted<DosingEvent> dose) -> dose.source())
                .sorted()
                .toList();
    }
}
