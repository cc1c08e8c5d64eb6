package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// Who counts in an analysis (ICH E9, 5.2), as a rule that the record decides.
///
/// @param minimumAdherence the least share of the regimen's doses given, where the set asks for one
/// @param excluded intercurrent events that take a participant out of the set
public record AnalysisSet(
        String id, Label label, Who who, Optional<BigDecimal> minimumAdherence, List<String> excluded) {
    public static final String RANDOMIZED = "randomized";

    public AnalysisSet {
        excluded = List.copyOf(excluded);
    }

    /// Whether nobody randomised is left out.
    public boolean isEveryone() {
        return who == Who.RANDOMIZED && minimumAdherence.isEmpty() && excluded.isEmpty();
    }

    public enum Who {
        /// Everyone randomised.
        RANDOMIZED,
        /// Everyone randomised and given at least one dose.
        TREATED
    }
}
