package org.equipoise.journal.canonical;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.TrialEvent;

/// Readers by name and version: those of today's events, and those of the versions left behind.
final class EventReaders {
    private final Map<EventVersion, EventReader> readers;

    EventReaders(Collection<EventShape> today, Map<EventVersion, EventReader> older) {
        this.readers = new HashMap<>(older);
        for (EventShape event : today) {
            readers.put(new EventVersion(event.name(), event.version()), body ->
                    (TrialEvent) event.body().read(body));
        }
    }

    JournalledEvent read(byte[] bytes) {
        try {
            CanonicalForm.require(bytes);
            Envelope envelope = Envelope.read(bytes);
            return new JournalledEvent(
                    envelope.seq(),
                    envelope.at(),
                    envelope.actor(),
                    envelope.command(),
                    envelope.protocol(),
                    event(envelope, bytes));
        } catch (Unreadable e) {
            throw new UnreadableEvent(e.where(), e.why());
        }
    }

    private TrialEvent event(Envelope envelope, byte[] bytes) {
        var version = new EventVersion(envelope.event(), envelope.version());
        EventReader reader = readers.get(version);
        if (reader == null) {
            throw new Unreadable("/event", version + " is unknown");
        }
        Envelope.Body body = envelope.body();
        return ShapeReader.readAll("/body", bytes, body.from(), body.to(), reader::read);
    }
}
