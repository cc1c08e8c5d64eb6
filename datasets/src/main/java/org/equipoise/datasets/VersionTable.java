package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;

/// One row for every version of the protocol that applied to a participant, in the order in which they did.
final class VersionTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("version", "Version of the protocol", Kind.INTEGER),
            Column.of("how", "By consent, by renewed consent, or without asking", Kind.CODE),
            Column.of("date", "Date of the consent to it", Kind.DATE));

    private VersionTable() {}

    static Dataset of(List<Course> courses) {
        List<Row> rows = courses.stream()
                .flatMap(each -> each.followed().stream().map(followed -> row(each, followed)))
                .toList();
        return new Dataset("versions", "Versions of the protocol that applied", COLUMNS, rows);
    }

    private static Row row(Course participant, Course.Followed followed) {
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(Integer.toString(followed.version())),
                        Optional.of(followed.how()),
                        followed.date().map(LocalDate::toString)),
                List.of(followed.source()));
    }
}
