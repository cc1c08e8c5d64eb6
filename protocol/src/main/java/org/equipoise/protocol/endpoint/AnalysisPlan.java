package org.equipoise.protocol.endpoint;

import java.util.List;
import java.util.Optional;
import org.equipoise.language.identity.Digest;

/// All that is planned before anyone is unblinded: who counts, what is estimated and how, what is shown.
///
/// @param hash of the canonical form of the endpoints and of all this, by which it is named before the reveal
public record AnalysisPlan(
        List<AnalysisSet> sets,
        List<Estimand> estimands,
        List<Analysis> analyses,
        List<BaselineRow> baseline,
        Optional<AdverseEventPlan> adverseEvents,
        Optional<BlindingPlan> blinding,
        List<Table> tables,
        List<Figure> figures,
        Optional<Published> published,
        Digest hash) {
    public AnalysisPlan {
        sets = List.copyOf(sets);
        estimands = List.copyOf(estimands);
        analyses = List.copyOf(analyses);
        baseline = List.copyOf(baseline);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    /// The answers that decide what the trial says: what a sweep over many trials needs.
    public List<Analysis> primary() {
        return analyses.stream()
                .filter(analysis -> analysis.role() == Analysis.Role.PRIMARY)
                .toList();
    }
}
