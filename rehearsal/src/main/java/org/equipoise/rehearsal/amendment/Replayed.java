package org.equipoise.rehearsal.amendment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.equipoise.conduct.amendment.Replay;
import org.equipoise.conduct.state.Standing;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.datasets.Row;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.reading.Study;

/// What would be different if a record had been judged under another version of the protocol. Blinded throughout:
/// sealed values are unknown to both versions.
///
/// @param standings how many participants stand where
/// @param eligibility decisions that would have come out otherwise, with the criteria
/// @param moreQueries what would be asked and was not
/// @param fewerQueries what was asked and would not be
/// @param endpoints values and responses that would be others; absent where the record does not fit the new version
/// @param homeless what the record holds and the new version has no place for
public record Replayed(
        SortedMap<Standing, Integer> standings,
        List<String> eligibility,
        List<String> moreQueries,
        List<String> fewerQueries,
        Optional<List<String>> endpoints,
        List<String> homeless) {

    private static final List<String> ANSWERS = List.of("response", "value", "change");

    /// Judges the events as they were recorded, and under the amended version.
    ///
    /// @param versions those the events were recorded under, the first one first
    public static Replayed of(List<Study> versions, Study after, Iterable<JournalledEvent> events) {
        Replay was = Replay.asFollowed(versions, events);
        Replay would = Replay.of(after, events);
        SortedSet<String> homeless = homeless(after, events);
        return new Replayed(
                was.standings(),
                would.eligibilityUnlike(was),
                less(would.queries(), was.queries()),
                less(was.queries(), would.queries()),
                homeless.isEmpty() ? Optional.of(endpoints(versions, after, events)) : Optional.empty(),
                List.copyOf(homeless));
    }

    private static List<String> less(SortedSet<String> these, SortedSet<String> those) {
        return these.stream().filter(each -> !those.contains(each)).toList();
    }

    private static SortedSet<String> homeless(Study study, Iterable<JournalledEvent> events) {
        Set<String> visits =
                study.design().encounters().stream().map(Encounter::id).collect(Collectors.toSet());
        SortedSet<String> homeless = new TreeSet<>();
        for (JournalledEvent journalled : events) {
            if (journalled.event() instanceof VisitRecorded visit && !visits.contains(visit.encounter())) {
                homeless.add("visit " + visit.encounter());
            } else if (journalled.event() instanceof FormEvent written) {
                if (study.form(written.form()).isEmpty()) {
                    homeless.add("form " + written.form());
                }
                for (ItemChange change : written.changes()) {
                    if (study.item(new ItemName(written.form(), change.item())).isEmpty()) {
                        homeless.add("item " + written.form() + "." + change.item());
                    }
                }
            }
        }
        return homeless;
    }

    private static List<String> endpoints(List<Study> versions, Study after, Iterable<JournalledEvent> events) {
        Map<String, String> was = answers(versions, events);
        Map<String, String> would = answers(List.of(after), events);
        List<String> unlike = new ArrayList<>();
        would.forEach((place, answer) -> {
            String earlier = was.get(place);
            if (earlier != null && !earlier.equals(answer)) {
                unlike.add(place + ": " + earlier + " → " + answer);
            }
        });
        return unlike;
    }

    private static Map<String, String> answers(List<Study> versions, Iterable<JournalledEvent> events) {
        Dataset endpoints =
                Datasets.of(versions, events, new TreatmentView.Blinded()).endpoints();
        Map<String, String> answers = new LinkedHashMap<>();
        for (Row row : endpoints.rows()) {
            String place = List.of("participant", "endpoint", "encounter").stream()
                    .map(column -> endpoints.value(row, column).orElse(""))
                    .collect(Collectors.joining(" "));
            answers.put(
                    place,
                    ANSWERS.stream()
                            .flatMap(column -> endpoints.value(row, column).stream())
                            .reduce((_, last) -> last)
                            .orElse("missing"));
        }
        return answers;
    }
}
