package org.equipoise.conduct.sequencer;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The clock of the world, held against a count of microseconds that nobody can set. A program has one for a study,
/// however often its journal is opened again.
///
/// Within a day the clock is believed, and what it was set by is told. Beyond, and where a program that starts finds it
/// a day before the last event or a month after, it is believed once it is right again or somebody confirms it.
public final class ClockWatch implements TrialClock {
    private static final long DAY = 86_400_000_000L;
    private static final long LONGEST_PAUSE = 30 * DAY;

    private final TrialClock clock;
    private final LongSupplier count;
    /// What the clock would have shown when the count was 0; null before it was first believed.
    private @Nullable Long origin;

    /// By how much the clock was set since, as far as the journal has it.
    private long told;
    private boolean confirmed;
    private @Nullable Reading doubted;

    /// @param count microseconds since any moment, going on whatever is done to the clock
    public ClockWatch(TrialClock clock, LongSupplier count) {
        this.clock = clock;
        this.count = count;
    }

    @Override
    public long microseconds() {
        return clock.microseconds();
    }

    @Override
    public synchronized Reading read(long lastAt) {
        long shown = clock.microseconds();
        long counted = count.getAsLong();
        Long from = origin;
        Reading reading = from == null
                ? first(shown, lastAt)
                : new Reading(shown, from + counted + told, isNear(shown, from + counted) && follows(shown, lastAt));
        if (from == null && reading.believable()) {
            origin = shown - counted;
        }
        doubted = reading.believable() ? null : reading;
        return reading;
    }

    private Reading first(long shown, long lastAt) {
        boolean believable = lastAt == NEVER || (follows(shown, lastAt) && shown - lastAt <= LONGEST_PAUSE);
        return new Reading(shown, believable ? shown : lastAt, believable);
    }

    private static boolean isNear(long shown, long expected) {
        return Math.abs(shown - expected) <= DAY;
    }

    /// Who confirmed a clock that is behind the last event knows that times stand still until it has caught up.
    private boolean follows(long shown, long lastAt) {
        return confirmed || lastAt == NEVER || lastAt - shown <= DAY;
    }

    @Override
    public synchronized void told(Reading reading) {
        told += reading.shown() - reading.expected();
    }

    /// That the clock, which was not believed, is right; the journal will say what it showed and what was expected.
    public synchronized void confirm() {
        Reading last = doubted;
        if (last != null) {
            origin = clock.microseconds() - count.getAsLong();
            told = last.expected() - last.shown();
            confirmed = true;
        }
    }
}
