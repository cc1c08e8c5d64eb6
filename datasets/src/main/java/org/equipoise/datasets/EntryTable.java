package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.protocol.form.Item;

/// One row for every item of every entry of a log, as it stands after corrections.
final class EntryTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("form", "Log", Kind.CODE, "--CAT"),
            Column.of("entry", "Number of the entry", Kind.INTEGER, "--SPID"),
            Column.of("item", "Item", Kind.CODE, "--TESTCD"),
            Column.of("value", "Value as entered", Kind.TEXT, "--ORRES"),
            Column.of("unit", "Unit (UCUM)", Kind.CODE, "--ORRESU"),
            Column.of("missing", "Why there is no value", Kind.TEXT, "--REASND"));

    private EntryTable() {}

    static Dataset of(Plan plan, List<Course> courses) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            for (String log : plan.logs()) {
                int number = 0;
                for (Sheet entry : participant.entries(log)) {
                    number++;
                    addRows(participant.id().text(), number, entry, rows);
                }
            }
        }
        return new Dataset("log_entries", "Entries of logs as they stand", COLUMNS, rows);
    }

    private static void addRows(String participant, int number, Sheet entry, List<Row> rows) {
        List<Item> items = entry.plan().items();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            entry.at(place)
                    .ifPresent(standing -> rows.add(new Row(
                            List.of(
                                    Optional.of(participant),
                                    Optional.of(item.name().form()),
                                    Optional.of(Integer.toString(number)),
                                    Optional.of(item.name().item()),
                                    Optional.ofNullable(standing.value()),
                                    FormPlan.unit(item.type()),
                                    Optional.ofNullable(standing.missing())),
                            standing.sources())));
        }
    }
}
