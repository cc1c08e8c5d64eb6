package org.equipoise.app;

import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.StoredEvent;

final class RestoresWhatItLikes {
    void restore(MemoryJournal journal, byte[] bytes) {
        journal.restore(StoredEvent.read(bytes));
    }
}
