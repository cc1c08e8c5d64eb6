package org.equipoise.journal.event;

/// An event in its envelope, as the sequencer stamped it.
///
/// @param seq 1 for the journal's first event, then one more for each
/// @param at microseconds since 1970-01-01T00:00:00Z, never decreasing
/// @param command the idempotency key of the command that caused it
/// @param protocol the number of the protocol version in force, 0 before the first activation
public record JournalledEvent(long seq, long at, Actor actor, String command, int protocol, TrialEvent event) {}
