package org.equipoise.rehearsal.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.equipoise.conduct.sequencer.TrialClock;

/// What is still to happen, taken in the order of time, then participant, then step; taking it is what moves the clock.
/// So the order does
/// not depend on who was entered first, and the same agenda runs the same way on every machine.
public final class Agenda implements TrialClock {
    private static final long MICROSECONDS = 1_000_000L;

    private record Entry(long at, long participant, long step, Runnable happening) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::at)
            .thenComparingLong(Entry::participant)
            .thenComparingLong(Entry::step));
    private final ZoneOffset offset;
    private long now;
    private long steps;

    /// An agenda kept in the local time of a site.
    public Agenda(ZoneOffset offset) {
        this.offset = offset;
    }

    /// Moves the clock to the beginning of a day on which nothing is entered yet.
    public void startOn(LocalDate day) {
        now = Math.max(now, day.toEpochSecond(LocalTime.MIDNIGHT, offset) * MICROSECONDS);
    }

    public void enter(LocalDateTime time, long participant, Runnable happening) {
        entries.add(new Entry(time.toEpochSecond(offset) * MICROSECONDS, participant, steps++, happening));
    }

    /// Lets everything happen until nothing is left.
    public void run() {
        for (Entry next = entries.poll(); next != null; next = entries.poll()) {
            now = Math.max(now, next.at());
            next.happening().run();
        }
    }

    /// Acts take time: the clock moves on while someone works.
    public void spend(int seconds) {
        now += seconds * MICROSECONDS;
    }

    @Override
    public long microseconds() {
        return now;
    }
}
