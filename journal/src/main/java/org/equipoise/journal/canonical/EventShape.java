package org.equipoise.journal.canonical;

import org.equipoise.journal.event.TrialEvent;

/// How one kind of event is written today.
record EventShape(String name, int version, RecordShape body) {
    static EventShape of(Class<? extends TrialEvent> event) {
        return new EventShape(EventCatalogue.name(event), EventCatalogue.version(event), new RecordShape(event));
    }
}
