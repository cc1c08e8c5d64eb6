package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /// One way in which participation ended early, and how many it took.
    public record Reason(String how, String reason, int participants) {}

    /// What became of one group.
    ///
    /// @param treated participants who were given at least one dose
    /// @param reasons of those who left early, in the order of the alphabet
    public record GroupFlow(
            Group group, int treated, int completed, int discontinued, int withdrawn, List<Reason> reasons) {
        public GroupFlow {
            reasons = List.copyOf(reasons);
        }

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
        Map<ParticipantId, Ending> endings = endings(participants);
        Dosing dosing = Dosing.of(study, datasets, view);
        List<GroupFlow> groups = dosing.groups().stream()
                .map(doses -> groupFlow(doses.group(), doses.treated(), endings))
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

    private record Ending(String how, String reason) {}

    private static Map<ParticipantId, Ending> endings(Dataset participants) {
        Map<ParticipantId, Ending> endings = new HashMap<>();
        for (Row row : participants.rows()) {
            participants
                    .value(row, "disposition")
                    .ifPresent(how -> endings.put(
                            new ParticipantId(
                                    participants.value(row, "participant").orElseThrow()),
                            new Ending(
                                    how,
                                    participants
                                            .value(row, "disposition_reason")
                                            .orElse(""))));
        }
        return endings;
    }

    private static GroupFlow groupFlow(Group group, int treated, Map<ParticipantId, Ending> endings) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Map<String, Integer>> reasons = new TreeMap<>();
        for (ParticipantId participant : group.participants()) {
            Ending ending = endings.get(participant);
            if (ending != null) {
                counts.merge(ending.how(), 1, Integer::sum);
                if (!ending.how().equals("completed")) {
                    reasons.computeIfAbsent(ending.how(), _ -> new TreeMap<>()).merge(ending.reason(), 1, Integer::sum);
                }
            }
        }
        List<Reason> listed = new ArrayList<>();
        reasons.forEach((how, each) -> each.forEach((reason, count) -> listed.add(new Reason(how, reason, count))));
        return new GroupFlow(
                group,
                treated,
                counts.getOrDefault("completed", 0),
                counts.getOrDefault("discontinued", 0),
                counts.getOrDefault("consent-withdrawn", 0),
                listed);
    }
}
