package org.equipoise.journal.confidence;

import org.equipoise.journal.history.Citation;

/// Where a concealed text stands: a field of an event. Printed `412.3` for an item change and `412.reason` for a member
/// of the event's body.
public record TextPlace(long seq, String field) {
    public static TextPlace of(Citation change) {
        return new TextPlace(change.seq(), String.valueOf(change.ordinal()));
    }

    @Override
    public String toString() {
        return seq + "." + field;
    }
}
