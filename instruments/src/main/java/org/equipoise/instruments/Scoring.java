package org.equipoise.instruments;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How the answers to an instrument become a result. Every scoring is a total function: an answer that is missing,
/// bounded or of another kind widens the result and never fails.
public sealed interface Scoring permits VisitScore, CompositeResponse {

    /// What must be answered for the result to be known.
    List<Input> inputs();

    /// A name given twice would be scored twice.
    static void refuseRepeated(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name + "' is declared twice");
        });
    }
}
