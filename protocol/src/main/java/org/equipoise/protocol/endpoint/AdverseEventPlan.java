package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.expression.Condition;
import org.equipoise.protocol.design.Label;

/// What is counted of the log of adverse events: participants with an entry of each kind.
///
/// @param form the log
public record AdverseEventPlan(String form, String reference, BigDecimal confidence, List<Kind> kinds) {
    public AdverseEventPlan {
        kinds = List.copyOf(kinds);
    }

    /// Entries that belong together.
    ///
    /// @param when absent where every entry counts
    public record Kind(String id, Label label, Optional<Condition> when) {}
}
