package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// Events of one kind that come by chance, more or less likely from day to day: the n-th comes when the hazard lived
/// through since the one before exceeds the n-th exponential draw.
final class Hazard {
    private final Chance chance;
    private final String purpose;
    private int events;
    private RandomStream stream;
    private double left;

    Hazard(Chance chance, String purpose) {
        this.chance = chance;
        this.purpose = purpose;
        stream = chance.stream(purpose, 0);
        left = stream.exponential(1);
    }

    /// Lives a day under a hazard per day; whether it brings an event. At most one a day.
    boolean live(double hazard) {
        left -= hazard;
        return left < 0;
    }

    /// The stream of the event that came, for its details; then the next one is awaited.
    RandomStream next() {
        RandomStream details = stream;
        events++;
        stream = chance.stream(purpose, events);
        left = stream.exponential(1);
        return details;
    }
}
