package org.equipoise.datasets;

import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;

/// One row for every dose recorded, given or missed, by its number in the regimen. Kit numbers are as printed and say
/// nothing.
final class DoseTable {
    static final String NAME = "doses";

    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("dose", "Number of the dose in the regimen", Kind.INTEGER),
            Column.of("planned", "Date planned", Kind.DATE),
            Column.of("given", "Date given", Kind.DATE, "ECSTDTC"),
            Column.of("kit", "Kit", Kind.TEXT, "ECREFID"),
            Column.of("missed", "Why the dose was missed", Kind.CODE, "ECREASOC"),
            Column.of("missed_verbatim", "What was said of it", Kind.TEXT));

    private DoseTable() {}

    static Dataset of(List<Course> courses) {
        List<Row> rows = courses.stream()
                .flatMap(each -> each.doses().stream().map(dose -> row(each, dose)))
                .toList();
        return new Dataset(NAME, "Doses, given or missed", COLUMNS, rows);
    }

    private static Row row(Course course, Noted<DosingEvent> noted) {
        List<Optional<String>> values = switch (noted.event()) {
            case DoseGiven(var participant, var dose, var planned, var given, var kit) ->
                List.of(
                        Optional.of(participant.text()),
                        Optional.of(Integer.toString(dose)),
                        Optional.of(planned.toString()),
                        Optional.of(given.toString()),
                        Optional.of(kit.text()),
                        Optional.empty(),
                        Optional.empty());
            case DoseMissed(var participant, var dose, var planned, var reason, var verbatim) ->
                List.of(
                        Optional.of(participant.text()),
                        Optional.of(Integer.toString(dose)),
                        Optional.of(planned.toString()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(QueryTable.word(reason)),
                        course.told(noted.seq(), Optional.ofNullable(verbatim)));
        };
        return new Row(values, List.of(noted.source()));
    }
}
