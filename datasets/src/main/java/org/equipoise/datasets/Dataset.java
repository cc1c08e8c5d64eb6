package org.equipoise.datasets;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A table of the record. Values are text as recorded, nothing where nothing is known.
public record Dataset(String name, String label, List<Column> columns, List<Row> rows) {
    public Dataset {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(name + " has two columns named " + column.name());
            }
        }
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + name + " has "
                        + row.values().size() + " values for " + columns.size() + " columns");
            }
        }
    }

    /// The place of a column, for reading many rows.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public int place(String column) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).name().equals(column)) {
                return place;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    public Optional<String> value(Row row, String column) {
        return row.values().get(place(column));
    }
}
