package org.equipoise.rehearsal;

import java.util.List;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;

final class WritesWithItsOwnPen {
    void write(Journal journal, List<JournalledEvent> events) {
        journal.append(events);
    }
}
