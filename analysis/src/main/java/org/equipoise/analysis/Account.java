package org.equipoise.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;

/// All that the record says of a trial as a whole, as far as one view allows.
public record Account(
        Flow flow,
        Baseline baseline,
        Membership membership,
        IntercurrentEvents intercurrentEvents,
        Dosing dosing,
        Optional<AdverseEvents> adverseEvents,
        Optional<Blinding> blinding,
        List<AnalysisResult> results) {
    public Account {
        results = List.copyOf(results);
    }

    public static Account of(Study study, Datasets datasets, TreatmentView view) {
        return new Account(
                Flow.of(study, datasets, view),
                Baseline.of(study, datasets, view),
                Membership.of(study, datasets, view),
                IntercurrentEvents.of(study, datasets, view),
                Dosing.of(study, datasets, view),
                AdverseEvents.of(study, datasets, view),
                Blinding.of(study, datasets, view),
                Analyst.answer(study, datasets, view));
    }

    /// Whether no arm is told apart.
    public boolean isPooled() {
        return groups().allMatch(group -> group.arm().isEmpty())
                && results.stream().allMatch(AnalysisResult.Pooled.class::isInstance);
    }

    private Stream<Group> groups() {
        return Stream.of(
                        flow.groups().stream().map(Flow.GroupFlow::group),
                        baseline.groups().stream(),
                        membership.groups().stream(),
                        intercurrentEvents.groups().stream(),
                        dosing.groups().stream().map(Dosing.GroupDosing::group),
                        adverseEvents.stream().flatMap(events -> events.groups().stream()),
                        blinding.stream().flatMap(guessed -> guessed.groups().stream()),
                        results.stream()
                                .flatMap(result -> result.groups().stream())
                                .map(GroupSummary::group))
                .flatMap(groups -> groups);
    }
}
