package org.equipoise.protocol.safety;

import java.util.List;
import java.util.Optional;
import org.equipoise.language.identity.ItemName;

/// How laboratory values are graded: by an instrument, against the reference ranges of their laboratory.
///
/// @param instrument the instrument's id, as `ctcae-5`
public record Grading(String instrument, List<GradedTest> tests) {
    public Grading {
        tests = List.copyOf(tests);
    }

    /// One test of the instrument and the item that answers it.
    ///
    /// @param test the test by the instrument's name
    /// @param baseline the encounter whose value is the participant's own
    public record GradedTest(String test, ItemName item, Optional<String> baseline) {}
}
