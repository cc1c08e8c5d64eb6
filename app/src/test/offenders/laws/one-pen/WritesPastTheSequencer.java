package org.equipoise.conduct.decision;

import java.util.List;
import java.util.function.Consumer;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.MemoryJournal;

/// A decider with a pen, through the store and by reference.
final class WritesPastTheSequencer {
    Consumer<List<JournalledEvent>> pen(MemoryJournal journal) {
        return journal::append;
    }
}
