package org.equipoise.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of a CSV file that stands beside an instrument, each as its cells by column.
final class Rows {
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,\"]*)(?:,|$)");

    private Rows() {}

    /// None, where the instrument has no such file.
    static List<Map<String, String>> of(Instrument instrument, String file) {
        String resource = instrument.id() + "/" + instrument.version() + "/" + file;
        try (InputStream stream = Instruments.class.getResourceAsStream(resource)) {
            return stream == null
                    ? List.of()
                    : rows(
                            resource,
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> rows(String resource, List<String> lines) {
        List<String> header = cells(lines.getFirst());
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> cells = cells(line);
                    if (cells.size() != header.size()) {
                        throw new IllegalArgumentException(resource + ": " + line);
                    }
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < cells.size(); i++) {
                        row.put(header.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        int at = 0;
        while (at <= line.length() && cell.find(at) && cell.start() == at) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            at = cell.group().endsWith(",") ? cell.end() : line.length() + 1;
        }
        return cells;
    }
}
