package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Row;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Arm;

/// Randomised participants counted together: everyone while the trial is blind, an arm once it is revealed.
///
/// @param arm absent for everyone
/// @param participants in the order of their identifiers
public record Group(Optional<Arm> arm, List<ParticipantId> participants) {
    public Group {
        participants = List.copyOf(participants);
    }

    public int size() {
        return participants.size();
    }

    /// Everyone randomised, by the data set of participants.
    public static Group everyone(Dataset participants) {
        int randomized = participants.place("randomized");
        int participant = participants.place("participant");
        List<ParticipantId> ids = new ArrayList<>();
        for (Row row : participants.rows()) {
            if (row.values().get(randomized).isPresent()) {
                ids.add(new ParticipantId(row.values().get(participant).orElseThrow()));
            }
        }
        return new Group(Optional.empty(), ids);
    }

    /// As far as the view tells them apart: the arms in the order of the design, empty ones too, or everyone.
    static List<Group> of(List<Arm> arms, Group everyone, TreatmentView view) {
        return switch (view) {
            case TreatmentView.Blinded _ -> List.of(everyone);
            case TreatmentView.Revealed revealed -> byArm(arms, everyone, revealed.arms());
        };
    }

    private static List<Group> byArm(List<Arm> arms, Group everyone, Map<ParticipantId, String> received) {
        Map<String, List<ParticipantId>> byArm = new TreeMap<>();
        arms.forEach(arm -> byArm.put(arm.id(), new ArrayList<>()));
        for (ParticipantId participant : everyone.participants()) {
            List<ParticipantId> members = byArm.get(received.getOrDefault(participant, ""));
            if (members == null) {
                throw new IllegalStateException("the reveal gives " + participant + " no arm of the design");
            }
            members.add(participant);
        }
        return arms.stream()
                .map(arm -> new Group(Optional.of(arm), byArm.getOrDefault(arm.id(), List.of())))
                .toList();
    }
}
