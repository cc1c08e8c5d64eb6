package org.equipoise.datasets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;

/// A data query and what became of it: the last answer, and the end.
record Asked(Noted<QueryRaised> raised, Optional<Noted<QueryAnswered>> answered, Optional<Noted<QueryClosed>> closed) {
    Asked(Noted<QueryRaised> raised) {
        this(raised, Optional.empty(), Optional.empty());
    }

    Asked answered(Noted<QueryAnswered> event) {
        return new Asked(raised, Optional.of(event), closed);
    }

    Asked closed(Noted<QueryClosed> event) {
        return new Asked(raised, answered, Optional.of(event));
    }

    String status() {
        return closed.isPresent() ? "closed" : answered.isPresent() ? "answered" : "open";
    }

    List<Source> sources() {
        return Stream.of(Optional.of(raised.source()), answered.map(Noted::source), closed.map(Noted::source))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }
}
