package org.equipoise.conduct.sequencer;

/// The time as the sequencer is told it: microseconds since 1970-01-01T00:00:00Z. The clock of a rehearsal is always
/// right; that of the world is watched by a [ClockWatch].
@FunctionalInterface
public interface TrialClock {
    /// The time of the last event where there is none.
    long NEVER = Long.MIN_VALUE;

    long microseconds();

    /// What the clock shows, beside what it should show.
    ///
    /// @param lastAt the time of the last event, or [#NEVER]
    default Reading read(long lastAt) {
        long now = microseconds();
        return new Reading(now, now, true);
    }

    /// That a reading whose clock was not right is in the journal.
    default void told(Reading reading) {}

    /// What the clock shows, and what it should.
    ///
    /// @param believable whether events may be stamped with it
    record Reading(long shown, long expected, boolean believable) {}
}
