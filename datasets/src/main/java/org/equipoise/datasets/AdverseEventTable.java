package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.endpoint.AdverseEventPlan;

/// One row for every randomised participant and kind of adverse event: how many entries of the log are of that kind.
/// A row rests on every item of the entries that it counts.
final class AdverseEventTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("kind", "Kind of adverse event", Kind.CODE),
            Column.of("entries", "Entries of that kind", Kind.INTEGER));

    private AdverseEventTable() {}

    static Dataset of(Plan plan, List<Course> courses, Optional<AdverseEventPlan> counted) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            if (participant.randomization().isPresent()) {
                counted.ifPresent(each -> each.kinds().forEach(kind -> rows.add(row(plan, participant, each, kind))));
            }
        }
        return new Dataset("adverse_events", "Adverse events by participant", COLUMNS, rows);
    }

    private static Row row(Plan plan, Course participant, AdverseEventPlan counted, AdverseEventPlan.Kind kind) {
        Reading counting = new Reading();
        int entries = 0;
        for (Sheet sheet : participant.log(counted.form()).values()) {
            Reading reading = new Reading();
            Answers entry = new VisitAnswers(plan, participant, plan.randomizationPlace(), reading)
                    .entry(counted.form(), sheet);
            if (kind.when().map(when -> when.truth(entry)).orElse(Truth.TRUE) == Truth.TRUE) {
                entries++;
                sheet.sources().forEach(counting::rest);
            }
        }
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(kind.id()),
                        Optional.of(Integer.toString(entries))),
                counting.sources());
    }
}
