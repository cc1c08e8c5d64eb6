package org.equipoise.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Row;
import org.equipoise.language.identity.ParticipantId;

/// One column of one endpoint, by participant, and the stratum each was randomised in.
final class Variable {
    private final Map<ParticipantId, Optional<String>> values = new HashMap<>();
    private final Map<ParticipantId, Integer> strata;
    private final int strataCount;

    private Variable(Map<ParticipantId, Integer> strata, int strataCount) {
        this.strata = strata;
        this.strataCount = strataCount;
    }

    static Variable of(Dataset endpoints, String endpoint, String column, Strata strata) {
        Variable variable = new Variable(strata.byParticipant(), strata.names().size());
        int participantPlace = endpoints.place("participant");
        int endpointPlace = endpoints.place("endpoint");
        int valuePlace = endpoints.place(column);
        Optional<String> wanted = Optional.of(endpoint);
        for (Row row : endpoints.rows()) {
            List<Optional<String>> cells = row.values();
            if (cells.get(endpointPlace).equals(wanted)) {
                variable.values.put(
                        new ParticipantId(cells.get(participantPlace).orElseThrow()), cells.get(valuePlace));
            }
        }
        return variable;
    }

    Optional<String> value(ParticipantId participant) {
        Optional<String> value = values.get(participant);
        if (value == null) {
            throw new IllegalStateException("the data set of endpoints has no row for " + participant);
        }
        return value;
    }

    int stratum(ParticipantId participant) {
        Integer stratum = strata.get(participant);
        if (stratum == null) {
            throw new IllegalStateException(participant + " was randomised in no stratum");
        }
        return stratum;
    }

    int strata() {
        return strataCount;
    }
}
