package org.equipoise.datasets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;

/// One row for every reporting clock that was started.
final class ClockTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("form", "Log", Kind.CODE),
            Column.of("entry", "Number of the entry", Kind.INTEGER),
            Column.of("clock", "Reporting clock", Kind.CODE),
            Column.of("started", "Started (UTC)", Kind.TEXT),
            Column.of("due", "Last moment for telling (UTC)", Kind.TEXT));

    private ClockTable() {}

    static Dataset of(List<Course> courses) {
        List<Row> rows = courses.stream()
                .flatMap(each -> each.clocks().stream())
                .map(ClockTable::row)
                .toList();
        return new Dataset("reporting_clocks", "Reporting clocks", COLUMNS, rows);
    }

    private static Row row(Noted<ReportingClockStarted> noted) {
        ReportingClockStarted clock = noted.event();
        return new Row(
                List.of(
                        Optional.of(clock.participant().text()),
                        Optional.of(clock.form()),
                        Optional.of(Integer.toString(clock.entry())),
                        Optional.of(clock.clock()),
                        Optional.of(time(clock.started())),
                        Optional.of(time(clock.due()))),
                List.of(noted.source()));
    }

    private static String time(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS).toString();
    }
}
