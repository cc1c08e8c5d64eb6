package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.equipoise.datasets.Dataset;
import org.equipoise.language.identity.ParticipantId;

/// The rows of a data set that a number rests on: those of some participants in which some columns hold some values.
/// It is a question and not an answer, so that a result can carry it at no cost.
public record Rows(String dataset, SequencedMap<String, String> where, List<ParticipantId> participants) {
    public Rows {
        participants = List.copyOf(participants);
    }

    /// Rows in which some columns hold some values: the name of each column is followed by its value.
    public static Rows of(String dataset, List<ParticipantId> participants, String... where) {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        for (int at = 0; at < where.length; at += 2) {
            columns.put(where[at], where[at + 1]);
        }
        return new Rows(dataset, columns, participants);
    }

    /// The places of these rows in their data set.
    public List<Integer> in(Dataset rows) {
        Set<String> wanted = new HashSet<>();
        participants.forEach(participant -> wanted.add(participant.text()));
        int participant = rows.place("participant");
        int[] columns = where.keySet().stream().mapToInt(rows::place).toArray();
        List<Optional<String>> values =
                where.values().stream().map(Optional::of).toList();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < rows.rows().size(); place++) {
            List<Optional<String>> cells = rows.rows().get(place).values();
            if (holds(cells, columns, values)
                    && wanted.contains(cells.get(participant).orElse(""))) {
                places.add(place);
            }
        }
        return places;
    }

    /// What these rows hold in one column, by participant; of several rows of one participant, the last.
    Map<ParticipantId, String> values(Dataset rows, String column) {
        int participant = rows.place("participant");
        int value = rows.place(column);
        Map<ParticipantId, String> values = new HashMap<>();
        for (int place : in(rows)) {
            List<Optional<String>> cells = rows.rows().get(place).values();
            cells.get(value)
                    .ifPresent(held ->
                            values.put(new ParticipantId(cells.get(participant).orElseThrow()), held));
        }
        return values;
    }

    private static boolean holds(List<Optional<String>> cells, int[] columns, List<Optional<String>> values) {
        for (int column = 0; column < columns.length; column++) {
            if (!cells.get(columns[column]).equals(values.get(column))) {
                return false;
            }
        }
        return true;
    }
}
