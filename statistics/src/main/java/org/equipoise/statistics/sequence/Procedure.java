package org.equipoise.statistics.sequence;

import org.equipoise.statistics.random.RandomStream;

/// A way to draw the order in which units enter groups.
public interface Procedure {
    /// How many groups there are; a sequence holds indices from 0 to one less.
    int groups();

    /// The first `length` places of the sequence that the stream determines.
    ///
    /// Drawn from a stream at the same position, a longer sequence begins with the shorter one.
    int[] sequence(int length, RandomStream stream);
}
