package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.reading.Study;

/// One row for every departure from the protocol that the record shows by itself: a visit outside its window, a dose
/// missed, and what fired a check that the protocol calls a deviation, unless a correction took it back.
final class DeviationTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("kind", "Kind of deviation", Kind.CODE, "DVDECOD"),
            Column.of("what", "Encounter, dose or check", Kind.CODE),
            Column.of("detail", "Detail", Kind.TEXT, "DVTERM"));

    private final Set<String> deviations;

    /// What any version calls a deviation is one: a check that fired did so in the version that applied.
    DeviationTable(List<Study> versions) {
        deviations = versions.stream()
                .flatMap(study -> study.checks().stream())
                .filter(Check::deviation)
                .map(Check::id)
                .collect(Collectors.toSet());
    }

    Dataset of(List<Course> courses) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            String id = participant.id().text();
            participant.visits().forEach(visit -> visit(id, visit).ifPresent(rows::add));
            participant.doses().forEach(dose -> {
                if (dose.event() instanceof DoseMissed(var _, var number, var planned, var reason, var _)) {
                    rows.add(row(
                            id,
                            "dose-missed",
                            Integer.toString(number),
                            planned + ": " + QueryTable.word(reason),
                            dose.source()));
                }
            });
            participant.queries().stream().filter(this::isDeviation).forEach(asked -> rows.add(check(id, asked)));
        }
        return new Dataset("deviations", "Departures from the protocol", COLUMNS, rows);
    }

    private static Optional<Row> visit(String participant, Noted<VisitRecorded> noted) {
        VisitRecorded visit = noted.event();
        String detail = visit.date() + ", window " + visit.earliest() + " to " + visit.latest();
        return visit.inWindow()
                ? Optional.empty()
                : Optional.of(row(participant, "visit-out-of-window", visit.encounter(), detail, noted.source()));
    }

    private boolean isDeviation(Asked asked) {
        boolean takenBack = asked.closed()
                .filter(closed -> closed.event().how() == QueryEvent.How.CORRECTED)
                .isPresent();
        return deviations.contains(asked.raised().event().check()) && !takenBack;
    }

    private static Row check(String participant, Asked asked) {
        QueryRaised raised = asked.raised().event();
        String place = raised.entry() == 0 ? raised.encounter() : raised.form() + " " + raised.entry();
        return row(participant, "check", raised.check(), place, asked.raised().source());
    }

    private static Row row(String participant, String kind, String what, String detail, Source source) {
        return new Row(
                List.of(Optional.of(participant), Optional.of(kind), Optional.of(what), Optional.of(detail)),
                List.of(source));
    }
}
