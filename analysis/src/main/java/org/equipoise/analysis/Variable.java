package org.equipoise.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Row;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Endpoint;

/// What one endpoint came to at one visit, by participant: a word or a number, or nothing.
record Variable(Map<ParticipantId, Optional<String>> values) {

    static Variable of(Dataset endpoints, Endpoint endpoint, String at) {
        int participantPlace = endpoints.place("participant");
        int endpointPlace = endpoints.place("endpoint");
        int encounterPlace = endpoints.place("encounter");
        int valuePlace = endpoints.place(column(endpoint));
        Optional<String> wanted = Optional.of(endpoint.id());
        Optional<String> visit = Optional.of(at);
        Map<ParticipantId, Optional<String>> values = new HashMap<>();
        for (Row row : endpoints.rows()) {
            List<Optional<String>> cells = row.values();
            if (cells.get(encounterPlace).equals(visit)
                    && cells.get(endpointPlace).equals(wanted)) {
                values.put(new ParticipantId(cells.get(participantPlace).orElseThrow()), cells.get(valuePlace));
            }
        }
        return new Variable(values);
    }

    static String column(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Response _, Endpoint.State _ -> "response";
            case Endpoint.Change _ -> "change";
            case Endpoint.Level _ -> "value";
        };
    }

    Optional<String> value(ParticipantId participant) {
        Optional<String> value = values.get(participant);
        if (value == null) {
            throw new IllegalStateException("the data set of endpoints has no row for " + participant);
        }
        return value;
    }
}
