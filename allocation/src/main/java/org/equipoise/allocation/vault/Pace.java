package org.equipoise.allocation.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How often something may be asked: so often in an emergency, and not so often that everything is soon told.
final class Pace {
    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Deque<Instant> asked = new ArrayDeque<>();

    /// Counts a question that is asked now, unless too many were; then it says when the next may be.
    Optional<Instant> next(Instant now) {
        while (!asked.isEmpty() && !asked.getFirst().plus(WITHIN).isAfter(now)) {
            asked.removeFirst();
        }
        if (asked.size() == MOST) {
            return Optional.of(asked.getFirst().plus(WITHIN));
        }
        asked.addLast(now);
        return Optional.empty();
    }

    static String sentence(Instant next) {
        return MOST + " were asked for within " + WITHIN.toMinutes() + " minutes. The next may be at " + next + ".";
    }
}
