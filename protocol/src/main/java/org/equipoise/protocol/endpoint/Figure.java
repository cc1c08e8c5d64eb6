package org.equipoise.protocol.endpoint;

import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// A planned figure.
///
/// @param note what a reader must know beside it, in the study's words
public record Figure(String id, Label title, Subject subject, Optional<Label> note) {

    /// What a figure draws.
    public sealed interface Subject {
        /// The share of responders at each visit of an analysis, with intervals.
        record Responses(Analysis analysis) implements Subject {}

        /// The median and the quartiles at each visit of an analysis.
        record Medians(Analysis analysis) implements Subject {}

        /// Every participant's line over the visits of an analysis, and the medians.
        record Lines(Analysis analysis) implements Subject {}

        /// Adverse events by group, with the differences.
        record AdverseEvents() implements Subject {}
    }
}
