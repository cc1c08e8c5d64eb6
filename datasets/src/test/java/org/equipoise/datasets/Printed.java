package org.equipoise.datasets;

import java.util.stream.Collectors;

/// A data set as the tests write it: cells between bars, `.` where there is nothing, the sources at the end.
final class Printed {
    private Printed() {}

    static String rows(Dataset dataset) {
        return dataset.rows().stream().map(row -> line(row) + "\n").collect(Collectors.joining());
    }

    private static String line(Row row) {
        String cells = row.values().stream().map(value -> value.orElse(".")).collect(Collectors.joining(" | "));
        return cells + " " + row.sources();
    }
}
