package org.equipoise.protocol.endpoint;

import java.util.List;
import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// A planned table.
///
/// @param note what a reader must know beside it, in the study's words
public record Table(String id, Label title, Subject subject, Optional<Label> note) {

    /// What a table shows.
    public sealed interface Subject {
        /// The answers of one or several analyses, at each of their visits.
        record Answers(List<Analysis> analyses) implements Subject {
            public Answers {
                analyses = List.copyOf(analyses);
            }
        }

        /// A part of the trial's account that is no estimand's answer.
        record Part(Chapter chapter) implements Subject {}
    }

    public enum Chapter {
        BASELINE,
        ANALYSIS_SETS,
        INTERCURRENT_EVENTS,
        DOSES,
        ADVERSE_EVENTS,
        BLINDING
    }
}
