package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.protocol.form.Item;

/// One row for every item of every entry of a log, as it stands after corrections.
final class LogTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("form", "Form", Kind.CODE, "--CAT"),
            Column.of("entry", "Number of the entry", Kind.INTEGER, "--SPID"),
            Column.of("item", "Item", Kind.CODE, "--TESTCD"),
            Column.of("value", "Value as entered", Kind.TEXT, "--ORRES"),
            Column.of("unit", "Unit (UCUM)", Kind.CODE, "--ORRESU"),
            Column.of("missing", "Why there is no value", Kind.TEXT, "--REASND"));

    private LogTable() {}

    static Dataset of(Plan plan, List<Course> courses) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            for (FormPlan log : plan.logs()) {
                participant
                        .log(log.form().id())
                        .forEach((entry, sheet) -> addRows(participant, Integer.toString(entry), sheet, rows));
            }
        }
        return new Dataset("logs", "Items of logs as they stand", COLUMNS, rows);
    }

    private static void addRows(Course participant, String entry, Sheet sheet, List<Row> rows) {
        List<Item> items = sheet.plan().items();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            Optional<String> id = Optional.of(participant.id().text());
            Optional<String> form = Optional.of(sheet.plan().form().id());
            Optional<String> number = Optional.of(entry);
            Optional<String> name = Optional.of(item.name().item());
            Optional<String> unit = FormPlan.unit(item.type());
            sheet.at(place)
                    .ifPresent(standing -> rows.add(new Row(
                            List.of(id, form, number, name, standing.value(), unit, standing.missing()),
                            standing.sources())));
            sheet.notAsked(item.name().item())
                    .ifPresent(why -> rows.add(new Row(
                            List.of(id, form, number, name, Optional.empty(), unit, Optional.of(why)),
                            List.of(sheet.submission()))));
        }
    }
}
