package org.equipoise.rehearsal.plan;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is believed of the primary comparison before the trial, for assurance: the chance of success over that belief,
/// where power is the chance at one assumed truth.
///
/// @param difference the mean of a normal law of the difference between the arms
/// @param standardError its standard deviation
/// @param referenceResponses and `referenceNonResponses`: the shapes of a beta law of the response in the reference arm
/// @param alsoAt other sizes of the trial to ask it for
public record Prior(
        double difference,
        double standardError,
        double referenceResponses,
        double referenceNonResponses,
        List<Integer> alsoAt) {
    public Prior {
        alsoAt = List.copyOf(alsoAt);
    }

    /// The sizes it is asked for, the planned one among them.
    public SortedSet<Integer> sizes(int planned) {
        SortedSet<Integer> sizes = new TreeSet<>(alsoAt);
        sizes.add(planned);
        return sizes;
    }
}
