package org.equipoise.journal.event;

import java.util.List;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;

/// What happens to the study as a whole.
public sealed interface StudyEvent extends TrialEvent {

    /// Whether people or virtual participants are in the trial. Fixed by the journal's first event, for ever.
    enum Mode {
        REHEARSAL,
        LIVE
    }

    record StudyOpened(String study, Mode mode) implements StudyEvent {}

    /// Clinical dates of the site are local: its offset from UTC, as `+08:00`.
    record SiteOpened(String site, String utcOffset) implements StudyEvent {}

    /// The hash is that of the canonical form of what conduct depends on.
    record ProtocolActivated(int number, Digest hash) implements StudyEvent {}

    /// A later version of the protocol took over from the one before it while people were in the trial. Everyone who is
    /// still in it stands in one of the lists, or waits already.
    ///
    /// @param number of the version
    /// @param approval by what the ethics committee approved it
    /// @param following to whom it applies from here on
    /// @param waiting to whom it applies once they have consented again
    record AmendmentActivated(int number, String approval, List<ParticipantId> following, List<ParticipantId> waiting)
            implements StudyEvent {}

    /// Binds the vault to its procedure, seed and treatment map before the first participant.
    record AllocationCommitted(String procedure, Digest commitment) implements StudyEvent {}

    /// The clock of the world was set, stood still or slept: told beside the first command that found it so.
    ///
    /// @param expected what it should have shown by a count that nobody can set, in microseconds since
    ///     1970-01-01T00:00:00Z
    /// @param shown what it showed
    record ClockAnomaly(long expected, long shown) implements StudyEvent {}

    /// No form can be changed from here on.
    record StudyLocked(String statement) implements StudyEvent {}

    /// Someone, in the role that the envelope names, says that the treatments may be revealed.
    ///
    /// @param lock the hash of the leaf of the event that locked the study
    /// @param review the SHA-256 of the minutes of the blinded review
    /// @param plan the hash of the analysis plan in force
    record RevealAuthorized(Digest lock, Digest review, Digest plan) implements StudyEvent {}
}
