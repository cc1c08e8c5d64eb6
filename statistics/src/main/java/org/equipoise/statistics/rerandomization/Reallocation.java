package org.equipoise.statistics.rerandomization;

import org.equipoise.statistics.random.RandomStream;

/// The way in which units came into their groups, to be gone again.
@FunctionalInterface
public interface Reallocation {
    /// A group for every unit, in the order of the units.
    int[] draw(RandomStream stream);
}
