package org.equipoise.journal.store;

import java.util.List;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.Digest;

/// Everything that happened in one study, in order.
public interface Journal {

    /// Adds events at the end: all of them, or none.
    ///
    /// @throws IllegalArgumentException if a sequence number is not the next, a time lies before the last, or
    ///     an event has no canonical form; the sequencer never hands such events over
    void append(List<JournalledEvent> events);

    /// The number of events, which is the last one's sequence number.
    long size();

    /// The root of the Merkle tree over all events.
    Digest root();

    /// All events in order. Append nothing while reading them.
    Iterable<JournalledEvent> events();

    /// The event of this sequence number.
    ///
    /// @throws IndexOutOfBoundsException if there is no such event
    JournalledEvent event(long seq);

    /// The event's canonical bytes, as they were first written.
    ///
    /// @throws IndexOutOfBoundsException if there is no such event
    byte[] bytes(long seq);
}
