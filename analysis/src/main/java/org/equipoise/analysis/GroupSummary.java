package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.statistics.summary.Sample;

/// What one group shows of one endpoint at one visit. It rests on the rows of the data set `endpoints` that belong to
/// the endpoint, the visit and the group's participants.
public sealed interface GroupSummary {
    /// The participants of the arm who are in the analysis set and in question.
    Group group();

    /// How many participants the estimate is over.
    int n();

    /// For how many the endpoint could not be evaluated.
    int missing();

    /// Absent when it is over nobody.
    OptionalDouble estimate();

    /// Responders among those who count; whether who could not be evaluated does is the analysis's rule.
    record Responses(Group group, int responders, int n, int missing) implements GroupSummary {
        @Override
        public OptionalDouble estimate() {
            return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) responders / n);
        }
    }

    /// The numbers of those who have one.
    record Numbers(Group group, SortedMap<ParticipantId, BigDecimal> values) implements GroupSummary {
        public Numbers {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        @Override
        public int n() {
            return values.size();
        }

        @Override
        public int missing() {
            return group.size() - values.size();
        }

        @Override
        public OptionalDouble estimate() {
            return sample().mean();
        }

        public Sample sample() {
            return Sample.of(values.values().stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .toArray());
        }

        /// The decimals that most values were recorded with.
        public int decimals() {
            return Recorded.decimals(values.values());
        }
    }
}
