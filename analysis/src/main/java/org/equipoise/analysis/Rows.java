package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Row;
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
        TreeSet<String> wanted = new TreeSet<>();
        participants.forEach(participant -> wanted.add(participant.text()));
        int participant = rows.place("participant");
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < rows.rows().size(); place++) {
            Row row = rows.rows().get(place);
            if (wanted.contains(row.values().get(participant).orElse("")) && holds(rows, row)) {
                places.add(place);
            }
        }
        return places;
    }

    private boolean holds(Dataset rows, Row row) {
        for (Map.Entry<String, String> column : where.entrySet()) {
            if (!rows.value(row, column.getKey()).equals(Optional.of(column.getValue()))) {
                return false;
            }
        }
        return true;
    }
}
