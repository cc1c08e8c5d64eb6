package org.equipoise.analysis;

import java.util.List;
import org.equipoise.protocol.endpoint.Analysis;

/// The answer to one planned analysis at one of its visits.
public sealed interface AnalysisResult {
    Analysis analysis();

    /// The visit.
    String at();

    /// Everyone, or the arms in the order of the design.
    List<GroupSummary> groups();

    /// While the trial is blind: everyone together, and nothing that an arm could be told by.
    record Pooled(Analysis analysis, String at, GroupSummary everyone) implements AnalysisResult {
        @Override
        public List<GroupSummary> groups() {
            return List.of(everyone);
        }
    }

    /// After the reveal: every arm of the design, and every arm but the reference compared with it.
    record ByArm(Analysis analysis, String at, List<GroupSummary> arms, List<Contrast> contrasts)
            implements AnalysisResult {
        public ByArm {
            arms = List.copyOf(arms);
            contrasts = List.copyOf(contrasts);
        }

        @Override
        public List<GroupSummary> groups() {
            return arms;
        }
    }
}
