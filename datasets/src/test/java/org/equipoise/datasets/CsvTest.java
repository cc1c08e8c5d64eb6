package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.journal.history.Citation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Column VALUE = Column.of("value", "Value", Kind.TEXT);
    private static final Column MISSING = Column.of("missing", "Missing", Kind.TEXT);

    private static String write(Dataset dataset) {
        return new String(Csv.write(dataset), StandardCharsets.UTF_8);
    }

    private static Dataset of(String... values) {
        List<Row> rows = Stream.of(values)
                .map(value -> new Row(List.of(Optional.of(value)), List.of()))
                .toList();
        return new Dataset("values", "Values", List.of(VALUE), rows);
    }

    @Test
    void a_table_is_its_names_then_its_rows_with_the_events_they_came_from() {
        Dataset dataset = new Dataset(
                "values",
                "Values",
                List.of(VALUE, MISSING),
                List.of(
                        new Row(
                                List.of(Optional.of("a, \"b\""), Optional.empty()),
                                List.of(new Source.Event(17), new Source.Change(new Citation(412, 30)))),
                        new Row(List.of(Optional.of(""), Optional.of("两行\n文字")), List.of())));
        assertThat(write(dataset))
                .isEqualTo("value,missing,sources\r\n\"a, \"\"b\"\"\",,[17 412.30]\r\n\"\",\"两行\n文字\",[]\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.5", "-0.30", "0", "<0.15", "K-731", "a=b", "2015-06", "no"})
    void what_is_no_formula_stays_as_it_was_recorded(String value) {
        assertThat(write(of(value))).contains("\n" + value + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+41",
                "-1-1",
                "-",
                "@SUM(A1)",
                "  =1+1",
                "\u00A0=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x",
                "-01",
                "-1e3",
                "\t=1",
                "\r=1",
                "\n=1",
                " \t=1"
            })
    void a_cell_never_begins_like_a_formula(String value) {
        String line = write(of(value)).substring("value,sources\r\n".length());
        assertThat(line).matches("(?s)(\"')|'.*|\"'.*");
    }

    @Test
    void reading_back_gives_what_was_written() {
        String[] values = {
            "=1+1", "'=1+1", "''", "'", "-1.5", "-1-1", "+", " +", "a\"b", "x,y", "\r\n", "\t", "", " ", "don't", "不"
        };
        assertThat(readFirstColumn(write(of(values)))).containsExactly(values);
    }

    /// A reader of RFC 4180 as small as can be, which drops the guard.
    private static List<String> readFirstColumn(String csv) {
        List<String> cells = new ArrayList<>();
        int at = csv.indexOf("\r\n") + 2;
        while (at < csv.length()) {
            StringBuilder cell = new StringBuilder();
            if (csv.charAt(at) == '"') {
                at++;
                while (csv.charAt(at) != '"' || csv.charAt(at + 1) == '"') {
                    at += csv.charAt(at) == '"' ? 1 : 0;
                    cell.append(csv.charAt(at));
                    at++;
                }
            } else {
                int end = csv.indexOf(',', at);
                cell.append(csv, at, end);
            }
            cells.add(cell.isEmpty() || cell.charAt(0) != '\'' ? cell.toString() : cell.substring(1));
            at = csv.indexOf("[]\r\n", at) + 4;
        }
        return cells;
    }
}
