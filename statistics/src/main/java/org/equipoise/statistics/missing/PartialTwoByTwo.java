package org.equipoise.statistics.missing;

import org.equipoise.statistics.proportion.TwoByTwo;

/// One stratum of two groups in which the responses of some units are unknown.
///
/// @param known the units whose response is known
public record PartialTwoByTwo(TwoByTwo known, int unknown1, int unknown2) {
    public PartialTwoByTwo {
        if (unknown1 < 0 || unknown2 < 0) {
            throw new IllegalArgumentException(
                    "Unknown responses are counted from 0, not " + unknown1 + " and " + unknown2 + ".");
        }
    }

    /// The table of all units, had so many of the unknown responses been events.
    public TwoByTwo filled(int events1, int events2) {
        if (events1 < 0 || events1 > unknown1 || events2 < 0 || events2 > unknown2) {
            throw new IllegalArgumentException("Of " + unknown1 + " and " + unknown2 + " unknown responses, " + events1
                    + " and " + events2 + " cannot be events.");
        }
        return new TwoByTwo(
                known.events1() + events1,
                known.size1() + unknown1,
                known.events2() + events2,
                known.size2() + unknown2);
    }
}
