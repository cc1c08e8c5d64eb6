package org.equipoise.protocol.safety;

import java.util.List;
import java.util.Optional;

/// The safety part of a protocol.
///
/// @param specialInterest codes of `adverse_event.term` that are followed more closely
public record Safety(
        Optional<Grading> grading,
        List<String> specialInterest,
        List<ReportingClock> clocks,
        Optional<StoppingRule> stopping,
        Optional<MonitoringBoard> board) {
    /// A protocol that says nothing of safety.
    public static final Safety NONE =
            new Safety(Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Safety {
        specialInterest = List.copyOf(specialInterest);
        clocks = List.copyOf(clocks);
    }
}
