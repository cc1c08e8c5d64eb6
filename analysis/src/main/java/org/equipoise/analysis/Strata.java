package org.equipoise.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Row;
import org.equipoise.language.identity.ParticipantId;

/// The strata of randomisation in the order of the protocol, and the place there of everyone randomised.
record Strata(List<String> names, Map<ParticipantId, Integer> byParticipant) {

    static Strata of(List<String> names, Dataset participants) {
        int participantPlace = participants.place("participant");
        int stratumPlace = participants.place("stratum");
        Map<ParticipantId, Integer> byParticipant = new HashMap<>();
        for (Row row : participants.rows()) {
            ParticipantId participant =
                    new ParticipantId(row.values().get(participantPlace).orElseThrow());
            row.values().get(stratumPlace).ifPresent(stratum -> byParticipant.put(participant, place(names, stratum)));
        }
        return new Strata(names, byParticipant);
    }

    private static int place(List<String> names, String stratum) {
        int place = names.indexOf(stratum);
        if (place < 0) {
            throw new IllegalStateException("the protocol has no stratum " + stratum);
        }
        return place;
    }

    int of(ParticipantId participant) {
        Integer stratum = byParticipant.get(participant);
        if (stratum == null) {
            throw new IllegalStateException(participant + " was randomised in no stratum");
        }
        return stratum;
    }

    int count() {
        return names.size();
    }
}
