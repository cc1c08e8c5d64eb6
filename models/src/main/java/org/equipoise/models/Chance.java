package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// Where a body's randomness comes from: one stream for each purpose and occasion, so that one more draw
/// moves no other. Asked again for the same purpose and occasion, it gives the stream from its beginning.
public interface Chance {
    RandomStream stream(String purpose, long occasion);
}
