package org.equipoise.datasets;

import java.util.List;
import java.util.Optional;

/// One row: a text or nothing for each column, and the events they came from in the order of the journal.
public record Row(List<Optional<String>> values, List<Source> sources) {
    public Row {
        values = List.copyOf(values);
        sources = List.copyOf(sources);
    }
}
