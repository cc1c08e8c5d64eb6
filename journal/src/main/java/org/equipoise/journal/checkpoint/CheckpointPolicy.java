package org.equipoise.journal.checkpoint;

import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.StudyEvent.RevealAuthorized;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.equipoise.journal.event.TrialEvent;

/// When a checkpoint is due although nobody asked.
///
/// @param microseconds after which time in which something happened
/// @param events after how many events
public record CheckpointPolicy(long microseconds, long events) {
    /// While people are served: the clock of the world.
    public static final CheckpointPolicy SERVICE = new CheckpointPolicy(60_000_000, 1_000);

    /// In a rehearsal, where time passes as it likes: milestones and numbers alone, so that it is the same each time.
    public static final CheckpointPolicy REHEARSAL = new CheckpointPolicy(Long.MAX_VALUE, 1_000);

    boolean isDue(long elapsed, long grown) {
        return grown > 0 && (elapsed >= microseconds || grown >= events);
    }

    /// After these, what happened before must stand: the lock, what somebody puts their name to on the way to the
    /// reveal,
    /// the reveal, and the reveal of one.
    static boolean isMilestone(TrialEvent event) {
        return switch (event) {
            case StudyLocked _, RevealAuthorized _, TreatmentsRevealed _, CodeBroken _ -> true;
            default -> false;
        };
    }
}
