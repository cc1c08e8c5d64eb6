package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Estimand;
import org.equipoise.protocol.endpoint.Estimand.IntercurrentEvent;
import org.equipoise.protocol.reading.Study;

/// How often what an estimand names as an intercurrent event happened in each group.
public record IntercurrentEvents(List<Group> groups, List<Line> lines) {
    public IntercurrentEvents {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /// One event of one estimand; no count where the record has nothing that tells it.
    public record Line(Estimand estimand, IntercurrentEvent event, Optional<List<Integer>> participants) {}

    public static IntercurrentEvents of(Study study, Datasets datasets, TreatmentView view) {
        Dataset events = datasets.intercurrentEvents();
        List<Group> groups = Group.of(study.design().arms(), Group.everyone(datasets.participants()), view);
        List<Line> lines = new ArrayList<>();
        for (Estimand estimand : study.plan().estimands()) {
            for (IntercurrentEvent event : estimand.intercurrentEvents()) {
                lines.add(
                        new Line(estimand, event, event.detected().map(_ -> counts(events, groups, estimand, event))));
            }
        }
        return new IntercurrentEvents(groups, lines);
    }

    private static List<Integer> counts(
            Dataset events, List<Group> groups, Estimand estimand, IntercurrentEvent event) {
        List<ParticipantId> struck = new ArrayList<>();
        for (Row row : events.rows()) {
            if (events.value(row, "estimand").equals(Optional.of(estimand.id()))
                    && events.value(row, "event").equals(Optional.of(event.id()))) {
                struck.add(new ParticipantId(events.value(row, "participant").orElseThrow()));
            }
        }
        return groups.stream()
                .map(group -> (int)
                        group.participants().stream().filter(struck::contains).count())
                .toList();
    }
}
