package org.equipoise.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.event.QueryEvent.QueryRaised;

/// One row for every data query, with its last answer and how it ended.
final class QueryTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("query", "Number of the query", Kind.INTEGER),
            Column.of("check", "Check that fired", Kind.CODE),
            Column.of("encounter", "Encounter", Kind.CODE, "VISIT"),
            Column.of("form", "Form", Kind.CODE),
            Column.of("entry", "Number of the entry of a log", Kind.INTEGER),
            Column.of("to", "Role that was asked", Kind.CODE),
            Column.of("status", "Open, answered or closed", Kind.CODE),
            Column.of("answer", "Answer", Kind.CODE),
            Column.of("closed", "How it was closed", Kind.CODE));

    private QueryTable() {}

    static Dataset of(List<Course> courses) {
        List<Row> rows = courses.stream()
                .flatMap(each -> each.queries().stream())
                .map(QueryTable::row)
                .toList();
        return new Dataset("queries", "Data queries", COLUMNS, rows);
    }

    private static Row row(Asked asked) {
        QueryRaised raised = asked.raised().event();
        return new Row(
                List.of(
                        Optional.of(raised.participant().text()),
                        Optional.of(Integer.toString(raised.query())),
                        Optional.of(raised.check()),
                        Optional.of(raised.encounter()),
                        Optional.of(raised.form()),
                        raised.entry() == 0 ? Optional.empty() : Optional.of(Integer.toString(raised.entry())),
                        Optional.of(raised.to()),
                        Optional.of(asked.status()),
                        asked.answered().map(answered -> word(answered.event().answer())),
                        asked.closed().map(closed -> word(closed.event().how()))),
                asked.sources());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
