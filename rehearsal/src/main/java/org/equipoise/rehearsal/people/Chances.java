package org.equipoise.rehearsal.people;

import org.equipoise.models.Chance;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// The random streams of one trial, keyed by participant, purpose and occasion, so that one more draw anywhere moves no
/// other.
public record Chances(Seed seed, long trial) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    RandomStream stream(long participant, String purpose, long occasion) {
        return seed.stream(trial, participant, RandomStream.key(purpose) + SPREAD * occasion);
    }

    Chance of(long participant) {
        return (purpose, occasion) -> stream(participant, purpose, occasion);
    }
}
