package org.equipoise.rehearsal.course;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.models.Chance;
import org.equipoise.statistics.random.RandomStream;
import org.equipoise.statistics.random.Seed;

/// The random streams of one trial, keyed by participant, purpose and occasion, so that one more draw anywhere moves no
/// other.
public record Chances(Seed seed, long trial) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /// A purpose's key is a hash that takes longer than the draws do; there are few purposes.
    private static final Map<String, Long> KEYS = new ConcurrentHashMap<>();

    public RandomStream stream(long participant, String purpose, long occasion) {
        return seed.stream(trial, participant, key(purpose) + SPREAD * occasion);
    }

    public Chance of(long participant) {
        return (purpose, occasion) -> stream(participant, purpose, occasion);
    }

    private static long key(String purpose) {
        Long known = KEYS.get(purpose);
        return known != null ? known : KEYS.computeIfAbsent(purpose, RandomStream::key);
    }
}
