package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.endpoint.AdverseEventPlan;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;

/// Harms (CONSORT 2025, item 27): participants given a dose who had an adverse event of each kind. Differences
/// have intervals and no tests: none was planned to be judged by one.
///
/// @param groups participants given a dose
public record AdverseEvents(AdverseEventPlan plan, List<Group> groups, List<Line> lines) {
    public AdverseEvents {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /// One kind of adverse event, with its counts in the order of the groups.
    public record Line(AdverseEventPlan.Kind kind, List<Count> counts, List<Difference> differences) {
        public Line {
            counts = List.copyOf(counts);
            differences = List.copyOf(differences);
        }
    }

    public record Count(int participants, int entries) {}

    /// An arm minus the reference.
    public record Difference(Arm arm, Answer<RiskDifference> difference) {}

    static Optional<AdverseEvents> of(Study study, Datasets datasets, TreatmentView view) {
        return study.plan().adverseEvents().map(plan -> of(study, plan, datasets, view));
    }

    private static AdverseEvents of(Study study, AdverseEventPlan plan, Datasets datasets, TreatmentView view) {
        List<Group> groups = Group.of(study.design().arms(), treated(datasets), view);
        Dataset events = datasets.adverseEvents();
        return new AdverseEvents(
                plan,
                groups,
                plan.kinds().stream()
                        .map(kind -> line(plan, kind, groups, entries(events, kind.id())))
                        .toList());
    }

    private static Group treated(Datasets datasets) {
        Dataset exposure = datasets.exposure();
        return new Group(
                Optional.empty(),
                exposure.rows().stream()
                        .filter(row -> !exposure.value(row, "given").equals(Optional.of("0")))
                        .map(row -> new ParticipantId(
                                exposure.value(row, "participant").orElseThrow()))
                        .toList());
    }

    /// Entries of one kind by participant; who has none is absent.
    static Map<ParticipantId, Integer> entries(Dataset events, String kind) {
        Map<ParticipantId, Integer> entries = new HashMap<>();
        for (Row row : events.rows()) {
            if (events.value(row, "kind").equals(Optional.of(kind))) {
                int count = Integer.parseInt(events.value(row, "entries").orElseThrow());
                if (count > 0) {
                    entries.put(
                            new ParticipantId(events.value(row, "participant").orElseThrow()), count);
                }
            }
        }
        return entries;
    }

    private static Line line(
            AdverseEventPlan plan,
            AdverseEventPlan.Kind kind,
            List<Group> groups,
            Map<ParticipantId, Integer> entries) {
        List<Count> counts = groups.stream().map(group -> count(group, entries)).toList();
        List<Difference> differences = new ArrayList<>();
        int reference = groups.stream()
                .map(group -> group.arm().map(Arm::id).orElse(""))
                .toList()
                .indexOf(plan.reference());
        for (int place = 0; reference >= 0 && place < groups.size(); place++) {
            if (place != reference) {
                TwoByTwo table = new TwoByTwo(
                        counts.get(place).participants(),
                        groups.get(place).size(),
                        counts.get(reference).participants(),
                        groups.get(reference).size());
                differences.add(new Difference(
                        groups.get(place).arm().orElseThrow(),
                        StratifiedTwoByTwo.of(table)
                                .riskDifference(BigDecimal.ONE
                                        .subtract(plan.confidence())
                                        .doubleValue())));
            }
        }
        return new Line(kind, counts, differences);
    }

    private static Count count(Group group, Map<ParticipantId, Integer> entries) {
        int participants = 0;
        int all = 0;
        for (ParticipantId participant : group.participants()) {
            Integer count = entries.get(participant);
            participants += count == null ? 0 : 1;
            all += count == null ? 0 : count;
        }
        return new Count(participants, all);
    }
}
