package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.AnalysisSet;
import org.equipoise.protocol.reading.Study;

/// Who is in which analysis set (CONSORT 2025, item 21b), and why others are not.
public record Membership(List<Group> groups, List<Line> lines) {
    public Membership {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /// One set: its members in each group, and the reasons of those left out, whatever their group.
    public record Line(AnalysisSet set, List<Integer> members, Map<String, Integer> reasons) {
        public Line {
            members = List.copyOf(members);
            reasons = new TreeMap<>(reasons);
        }
    }

    public static Membership of(Study study, Datasets datasets, TreatmentView view) {
        Dataset sets = datasets.analysisSets();
        List<Group> groups = Group.of(study.design().arms(), Group.everyone(datasets.participants()), view);
        return new Membership(
                groups,
                study.plan().sets().stream().map(set -> line(set, sets, groups)).toList());
    }

    private static Line line(AnalysisSet set, Dataset sets, List<Group> groups) {
        List<ParticipantId> members = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (Row row : sets.rows()) {
            if (sets.value(row, "set").equals(Optional.of(set.id()))) {
                if (sets.value(row, "member").equals(Optional.of("yes"))) {
                    members.add(new ParticipantId(sets.value(row, "participant").orElseThrow()));
                } else {
                    reasons.merge(sets.value(row, "reason").orElse(""), 1, Integer::sum);
                }
            }
        }
        return new Line(
                set,
                groups.stream()
                        .map(group -> (int) group.participants().stream()
                                .filter(members::contains)
                                .count())
                        .toList(),
                reasons);
    }
}
