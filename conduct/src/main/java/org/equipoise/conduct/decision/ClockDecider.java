package org.equipoise.conduct.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.StudyEvent.ClockAnomaly;

/// Whether anything may be recorded by the clock as it now is, and what is to be recorded of the clock itself.
public final class ClockDecider {
    /// Two seconds: what a clock that is kept right by the network is put right by without a word.
    static final long TOLERANCE = 2_000_000;

    private ClockDecider() {}

    /// Nothing, a word in the journal, or a refusal of everything.
    ///
    /// @param shown microseconds since 1970-01-01T00:00:00Z, as the clock says
    /// @param expected what it should say
    public static Decision decide(long shown, long expected, boolean believable) {
        if (!believable) {
            return Decision.no(new Refusal.ClockUnbelievable(second(shown), second(expected)));
        }
        return Math.abs(shown - expected) > TOLERANCE
                ? Decision.that(new ClockAnomaly(expected, shown))
                : Decision.that();
    }

    private static Instant second(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS);
    }
}
