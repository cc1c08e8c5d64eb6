package org.equipoise.analysis;

import java.util.List;
import org.equipoise.protocol.endpoint.Analysis;

/// The answer to one planned analysis.
public sealed interface AnalysisResult {
    Analysis analysis();

    /// While the trial is blind: everyone together, and nothing that an arm could be told by.
    record Pooled(Analysis analysis, GroupSummary everyone) implements AnalysisResult {}

    /// After the reveal: every arm of the design, and every arm but the reference compared with it.
    record ByArm(Analysis analysis, List<GroupSummary> arms, List<Contrast> contrasts) implements AnalysisResult {
        public ByArm {
            arms = List.copyOf(arms);
            contrasts = List.copyOf(contrasts);
        }
    }
}
