package org.equipoise.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What was given (CONSORT 2025, item 24): the doses of each group.
public record Dosing(List<GroupDosing> groups) {
    public Dosing {
        groups = List.copyOf(groups);
    }

    /// One group's doses.
    ///
    /// @param treated participants who were given at least one dose
    /// @param due doses that the whole regimen holds for the group
    public record GroupDosing(Group group, List<ParticipantId> treated, int due, int given, int missed) {
        public GroupDosing {
            treated = List.copyOf(treated);
        }

        /// Neither given nor missed: not yet due, or the participant had left.
        public int unrecorded() {
            return due - given - missed;
        }
    }

    public static Dosing of(Study study, Datasets datasets, TreatmentView view) {
        Dataset doses = datasets.doses();
        Map<ParticipantId, Integer> given = counts(doses, "given");
        Map<ParticipantId, Integer> missed = counts(doses, "missed");
        List<Group> groups = Group.of(study.design().arms(), Group.everyone(datasets.participants()), view);
        return new Dosing(groups.stream()
                .map(group -> new GroupDosing(
                        group,
                        group.participants().stream().filter(given::containsKey).toList(),
                        group.size() * study.design().doses(),
                        sum(group, given),
                        sum(group, missed)))
                .toList());
    }

    /// How many of each participant's rows have something in a column.
    private static Map<ParticipantId, Integer> counts(Dataset doses, String column) {
        int participant = doses.place("participant");
        int place = doses.place(column);
        Map<ParticipantId, Integer> counts = new HashMap<>();
        for (Row row : doses.rows()) {
            if (row.values().get(place).isPresent()) {
                counts.merge(new ParticipantId(row.values().get(participant).orElseThrow()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int sum(Group group, Map<ParticipantId, Integer> counts) {
        return group.participants().stream()
                .mapToInt(participant -> counts.getOrDefault(participant, 0))
                .sum();
    }
}
