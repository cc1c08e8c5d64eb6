package org.equipoise.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A table of expected numbers from the repository's `reference/` folder; no cell holds a comma.
public final class ReferenceTable {
    private ReferenceTable() {}

    /// One line of a table, by column name.
    public record Row(List<String> columns, List<String> cells) {
        public String text(String column) {
            return cells.get(columns.indexOf(column));
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public int count(String column) {
            return Integer.parseInt(text(column));
        }

        public double[] numbers(String column) {
            return Arrays.stream(text(column).split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    public static List<Row> rows(String file) {
        List<String> lines = lines(file);
        List<String> columns = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> new Row(columns, cells(line))).toList();
    }

    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(System.getProperty("equipoise.root"), "reference", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
