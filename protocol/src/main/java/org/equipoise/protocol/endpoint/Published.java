package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// What was printed about a trial, to be set beside what the same analyses give.
///
/// @param reference the arm the others are compared with
/// @param misfits where a rehearsal's model is known to differ from what was published
/// @param oddities what the publication itself says in two ways
public record Published(
        String source, String reference, List<Comparison> comparisons, List<Misfit> misfits, List<Remark> oddities) {
    public Published {
        comparisons = List.copyOf(comparisons);
        misfits = List.copyOf(misfits);
        oddities = List.copyOf(oddities);
    }

    /// Printed counts and what was printed of them.
    ///
    /// @param counts by arm
    /// @param p as printed, its decimals being what was rounded to
    /// @param percentages as printed, by arm
    /// @param counted how sure the counts are
    public record Comparison(
            String id,
            Label label,
            Map<String, Count> counts,
            Optional<BigDecimal> p,
            Map<String, BigDecimal> percentages,
            String source,
            String counted) {
        public Comparison {
            counts = Map.copyOf(counts);
            percentages = Map.copyOf(percentages);
        }
    }

    public record Count(int events, int size) {}

    /// One figure, published and of the model.
    public record Misfit(Label label, String published, String model, Label comment) {}

    public record Remark(Label text, String source) {}
}
