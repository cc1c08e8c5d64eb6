package org.equipoise.journal.store;

import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.canonical.UnreadableEvent;
import org.equipoise.journal.event.JournalledEvent;

/// An event together with the bytes it was once written as, which an older release may have written otherwise.
public final class StoredEvent {
    private final JournalledEvent event;
    private final byte[] bytes;

    private StoredEvent(JournalledEvent event, byte[] bytes) {
        this.event = event;
        this.bytes = bytes;
    }

    /// Takes bytes as they were found.
    ///
    /// @throws UnreadableEvent if the bytes are no canonical event of a known name and version
    public static StoredEvent read(byte[] bytes) {
        return new StoredEvent(EventCodec.read(bytes), bytes.clone());
    }

    public JournalledEvent event() {
        return event;
    }

    byte[] bytes() {
        return bytes;
    }
}
