package org.equipoise.conduct.sequencer;

/// The time as the sequencer is told it: microseconds since 1970-01-01T00:00:00Z.
@FunctionalInterface
public interface TrialClock {
    long microseconds();
}
