package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Item;

/// One row for every item that was answered or given a reason for its absence, as it stands after corrections. That an
/// item is of another version of the protocol than the form was filled in under is such a reason.
final class ItemTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("encounter", "Encounter", Kind.CODE, "VISIT"),
            Column.of("form", "Form", Kind.CODE, "--CAT"),
            Column.of("item", "Item", Kind.CODE, "--TESTCD"),
            Column.of("value", "Value as entered", Kind.TEXT, "--ORRES"),
            Column.of("unit", "Unit (UCUM)", Kind.CODE, "--ORRESU"),
            Column.of("missing", "Why there is no value", Kind.TEXT, "--REASND"));

    private ItemTable() {}

    static Dataset of(Plan plan, List<Course> courses) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            Optional<String> id = Optional.of(participant.id().text());
            for (int place = 0; place < plan.encounters().size(); place++) {
                Encounter encounter = plan.encounters().get(place);
                for (String form : encounter.forms()) {
                    participant.sheet(place, form).ifPresent(sheet -> addRows(id, encounter, sheet, rows));
                }
            }
        }
        return new Dataset("items", "Items as they stand", COLUMNS, rows);
    }

    private static void addRows(Optional<String> participant, Encounter encounter, Sheet sheet, List<Row> rows) {
        Optional<String> visit = Optional.of(encounter.id());
        Optional<String> form = Optional.of(sheet.plan().form().id());
        List<Item> items = sheet.plan().items();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            Optional<String> name = Optional.of(item.name().item());
            Optional<String> unit = FormPlan.unit(item.type());
            sheet.at(place)
                    .ifPresent(standing -> rows.add(new Row(
                            List.of(participant, visit, form, name, standing.value(), unit, standing.missing()),
                            standing.sources())));
            sheet.notAsked(item.name().item())
                    .ifPresent(why -> rows.add(new Row(
                            List.of(participant, visit, form, name, Optional.empty(), unit, Optional.of(why)),
                            List.of(sheet.submission()))));
        }
    }
}
