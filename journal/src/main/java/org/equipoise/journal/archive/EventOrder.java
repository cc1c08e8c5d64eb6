package org.equipoise.journal.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.ProtocolActivated;
import org.equipoise.language.identity.Digest;

/// Whether each event may stand after those before it: its number, its time, the protocol version in force.
final class EventOrder {
    private final Map<Integer, Digest> protocolHashes = new HashMap<>();
    private long seq;
    private long at = Long.MIN_VALUE;
    private int protocol;

    EventOrder(List<ProtocolVersion> versions) {
        versions.forEach(version -> protocolHashes.put(version.number(), version.protocolHash()));
    }

    /// What is wrong with the next event, if anything.
    Optional<String> fault(JournalledEvent event) {
        if (event.seq() != ++seq) {
            return Optional.of("its sequence number is " + event.seq());
        }
        if (event.at() < at) {
            return Optional.of("its time lies before that of the event before");
        }
        at = event.at();
        if (event.event() instanceof ProtocolActivated(int number, Digest hash)) {
            if (!hash.equals(protocolHashes.get(number))) {
                return Optional.of("it activates a protocol version " + number + " that the archive does not hold");
            }
            protocol = number;
        }
        return event.protocol() == protocol
                ? Optional.empty()
                : Optional.of("protocol version " + protocol + " was in force, not " + event.protocol());
    }
}
