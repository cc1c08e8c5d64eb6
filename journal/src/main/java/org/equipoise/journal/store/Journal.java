package org.equipoise.journal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.Digest;

/// Everything that happened in one study, in order.
public interface Journal {

    /// Adds events at the end: all of them, or none. They are kept for certain once [#commit] returns.
    ///
    /// @throws IllegalArgumentException if a sequence number is not the next, a time lies before the last, or
    ///     an event has no canonical form; the sequencer never hands such events over
    void append(List<JournalledEvent> events);

    /// Keeps for ever what was appended since the last commit: all of it, or none.
    ///
    /// @throws JournalUnavailable if it is not known whether it was kept; this journal takes no more, open another
    /// @throws Superseded if another writer has taken over; nothing was kept
    void commit();

    /// What the commands of these keys caused, in order; a key that is not in the journal is not in the answer.
    Map<String, List<JournalledEvent>> caused(Collection<String> commands);

    /// The number of events, which is the last one's sequence number.
    long size();

    /// The root of the Merkle tree over all events.
    Digest root();

    /// All events that are kept, in order. Append nothing while reading them.
    Iterable<JournalledEvent> events();

    /// The event of this sequence number.
    ///
    /// @throws IndexOutOfBoundsException if there is no such event
    JournalledEvent event(long seq);

    /// The event's canonical bytes, as they were first written.
    ///
    /// @throws IndexOutOfBoundsException if there is no such event
    byte[] bytes(long seq);

    /// The canonical bytes of all events that are kept, in order. Append nothing while reading them.
    Iterable<byte[]> bytes();
}
