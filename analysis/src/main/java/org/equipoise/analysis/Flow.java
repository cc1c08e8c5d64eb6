package org.equipoise.analysis;

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
import org.equipoise.protocol.eligibility.Criterion;
import org.equipoise.protocol.reading.Study;

/// Where everyone who gave consent went (CONSORT 2025, item 22): whole numbers for a flow diagram.
///
/// @param criteriaNotMet why screening failed, in the order of the protocol; one participant may fail several
/// @param groups everyone randomised, or every arm of a revealed trial
public record Flow(int consented, int screeningFailed, List<NotMet> criteriaNotMet, List<GroupFlow> groups) {
    public Flow {
        criteriaNotMet = List.copyOf(criteriaNotMet);
        groups = List.copyOf(groups);
    }

    /// A criterion that kept participants out, and how many.
    public record NotMet(Criterion criterion, int participants) {}

    /// How participation ended in one group.
    public record GroupFlow(Group group, int completed, int discontinued, int withdrawn) {
        /// Still in the trial.
        public int ongoing() {
            return group.size() - completed - discontinued - withdrawn;
        }
    }

    public int randomized() {
        return groups.stream().mapToInt(each -> each.group().size()).sum();
    }

    /// Neither failed screening nor were randomised: withdrew their consent, or nothing is decided yet.
    public int undecided() {
        return consented - screeningFailed - randomized();
    }

    public static Flow of(Study study, Datasets datasets, TreatmentView view) {
        Dataset participants = datasets.participants();
        Map<ParticipantId, String> endings = endings(participants);
        List<GroupFlow> groups = Group.of(study.design().arms(), Group.everyone(participants), view).stream()
                .map(group -> groupFlow(group, endings))
                .toList();
        int failed = 0;
        Map<String, Integer> notMet = new HashMap<>();
        for (Row row : participants.rows()) {
            if (participants.value(row, "eligibility").equals(Optional.of("screening-failed"))) {
                failed++;
                for (String criterion :
                        participants.value(row, "criteria_not_met").orElse("").split(" ")) {
                    notMet.merge(criterion, 1, Integer::sum);
                }
            }
        }
        return new Flow(participants.rows().size(), failed, inOrder(study.criteria(), notMet), groups);
    }

    private static List<NotMet> inOrder(List<Criterion> criteria, Map<String, Integer> notMet) {
        List<NotMet> counted = new ArrayList<>();
        for (Criterion criterion : criteria) {
            int count = notMet.getOrDefault(criterion.id(), 0);
            if (count > 0) {
                counted.add(new NotMet(criterion, count));
            }
        }
        return counted;
    }

    private static Map<ParticipantId, String> endings(Dataset participants) {
        Map<ParticipantId, String> endings = new HashMap<>();
        for (Row row : participants.rows()) {
            participants
                    .value(row, "disposition")
                    .ifPresent(ending -> endings.put(
                            new ParticipantId(
                                    participants.value(row, "participant").orElseThrow()),
                            ending));
        }
        return endings;
    }

    private static GroupFlow groupFlow(Group group, Map<ParticipantId, String> endings) {
        return new GroupFlow(
                group,
                count(group, endings, "completed"),
                count(group, endings, "discontinued"),
                count(group, endings, "consent-withdrawn"));
    }

    private static int count(Group group, Map<ParticipantId, String> endings, String ending) {
        return (int) group.participants().stream()
                .filter(participant -> ending.equals(endings.get(participant)))
                .count();
    }
}
