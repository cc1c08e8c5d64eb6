package org.equipoise.datasets;

import org.equipoise.journal.event.TrialEvent;

/// An event and its place in the journal.
record Noted<E extends TrialEvent>(long seq, E event) {
    Source source() {
        return new Source.Event(seq);
    }
}
