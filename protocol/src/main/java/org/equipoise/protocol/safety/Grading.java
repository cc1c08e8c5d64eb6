package org.equipoise.protocol.safety;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.identity.ItemName;

/// How laboratory values are graded: by an instrument, against the laboratory's limits.
///
/// @param instrument the instrument's id, as `ctcae-5`
public record Grading(String instrument, List<GradedTest> tests) {
    public Grading {
        tests = List.copyOf(tests);
    }

    /// One test of the instrument and the item that answers it; limits are in the item's unit.
    ///
    /// @param test the test by the instrument's name
    /// @param baseline the encounter whose value is the participant's own
    /// @param when whom these limits are for; everybody where it is absent
    public record GradedTest(
            String test,
            ItemName item,
            Optional<BigDecimal> lowerLimit,
            Optional<BigDecimal> upperLimit,
            Optional<String> baseline,
            Optional<Condition> when) {}
}
