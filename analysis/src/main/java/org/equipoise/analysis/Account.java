package org.equipoise.analysis;

import java.util.List;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;

/// All that the record says of a trial as a whole, as far as one view allows.
public record Account(Flow flow, Baseline baseline, Dosing dosing, List<AnalysisResult> results) {
    public Account {
        results = List.copyOf(results);
    }

    public static Account of(Study study, Datasets datasets, TreatmentView view) {
        return new Account(
                Flow.of(study, datasets, view),
                Baseline.of(study, datasets, view),
                Dosing.of(study, datasets, view),
                Analyst.answer(study, datasets, view));
    }

    /// Whether no arm is told apart.
    public boolean isPooled() {
        return flow.groups().stream().allMatch(each -> each.group().arm().isEmpty())
                && baseline.groups().stream()
                        .allMatch(each -> each.group().arm().isEmpty())
                && dosing.groups().stream().allMatch(each -> each.group().arm().isEmpty())
                && results.stream().allMatch(AnalysisResult.Pooled.class::isInstance);
    }
}
