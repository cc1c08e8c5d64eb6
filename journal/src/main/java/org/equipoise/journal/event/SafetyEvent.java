package org.equipoise.journal.event;

import org.equipoise.language.identity.ParticipantId;

/// What follows from harm that was recorded.
public sealed interface SafetyEvent extends TrialEvent {
    ParticipantId participant();

    /// An entry of a log met the condition of a reporting clock.
    ///
    /// @param started microseconds since 1970-01-01T00:00:00Z, when the entry was made
    /// @param due the last moment for telling
    record ReportingClockStarted(
            ParticipantId participant, String form, int entry, String clock, long started, long due)
            implements SafetyEvent {}
}
