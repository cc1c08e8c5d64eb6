package org.equipoise.datasets;

import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;

/// One row for every visit that took place, with the window that applied on the day.
final class VisitTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("encounter", "Encounter", Kind.CODE, "VISIT"),
            Column.of("date", "Date of the visit", Kind.DATE, "SVSTDTC"),
            Column.of("earliest", "First day of the window", Kind.DATE),
            Column.of("latest", "Last day of the window", Kind.DATE),
            Column.of("in_window", "Inside the window", Kind.CODE));

    private VisitTable() {}

    static Dataset of(List<Course> courses) {
        List<Row> rows = courses.stream()
                .flatMap(each -> each.visits().stream().map(VisitTable::row))
                .toList();
        return new Dataset("visits", "Visits that took place", COLUMNS, rows);
    }

    private static Row row(Noted<VisitRecorded> noted) {
        VisitRecorded visit = noted.event();
        return new Row(
                List.of(
                        Optional.of(visit.participant().text()),
                        Optional.of(visit.encounter()),
                        Optional.of(visit.date().toString()),
                        Optional.of(visit.earliest().toString()),
                        Optional.of(visit.latest().toString()),
                        Optional.of(visit.inWindow() ? "yes" : "no")),
                List.of(noted.source()));
    }
}
