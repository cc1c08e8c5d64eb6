package org.equipoise.analysis;

import java.util.OptionalDouble;

/// What one group shows of one endpoint. It rests on the rows of the data set `endpoints` that belong to the endpoint
/// and the group's participants.
public sealed interface GroupSummary {
    Group group();

    /// How many participants the estimate is over.
    int n();

    /// For how many the endpoint could not be evaluated.
    int missing();

    /// Absent when it is over nobody.
    OptionalDouble estimate();

    /// Responders among everyone in the group: who could not be evaluated counts as a non-responder.
    record Responses(Group group, int responders, int missing) implements GroupSummary {
        @Override
        public int n() {
            return group.size();
        }

        @Override
        public OptionalDouble estimate() {
            return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) responders / n());
        }
    }

    /// The mean change of those whose change is known.
    ///
    /// @param decimals the most decimals that any change was recorded with
    record Changes(Group group, int n, OptionalDouble mean, OptionalDouble standardDeviation, int decimals)
            implements GroupSummary {
        @Override
        public int missing() {
            return group.size() - n;
        }

        @Override
        public OptionalDouble estimate() {
            return mean;
        }
    }
}
