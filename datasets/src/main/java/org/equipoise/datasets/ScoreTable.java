package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.datasets.Column.Kind;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.protocol.form.Score;

/// One row for every score of every form that was submitted, computed from the items as they stand. Where items are
/// missing there is no value but the limits it lies within.
final class ScoreTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("participant", "Participant", Kind.TEXT, "USUBJID"),
            Column.of("encounter", "Encounter", Kind.CODE, "VISIT"),
            Column.of("form", "Form", Kind.CODE, "--CAT"),
            Column.of("score", "Score", Kind.CODE, "--TESTCD"),
            Column.of("value", "Value", Kind.DECIMAL, "--STRESC"),
            Column.of("lowest", "Lowest value still possible", Kind.DECIMAL),
            Column.of("highest", "Highest value still possible", Kind.DECIMAL),
            Column.of("unit", "Unit (UCUM)", Kind.CODE, "--STRESU"));

    private ScoreTable() {}

    static Dataset of(Plan plan, List<Course> courses) {
        List<Row> rows = new ArrayList<>();
        for (Course participant : courses) {
            for (int place = 0; place < plan.encounters().size(); place++) {
                int at = place;
                Encounter encounter = plan.encounters().get(place);
                for (String form : encounter.forms()) {
                    participant
                            .sheet(place, form)
                            .ifPresent(sheet -> sheet.plan().form().scores().stream()
                                    .map(score -> row(participant, encounter, at, sheet, score))
                                    .forEach(rows::add));
                }
            }
        }
        return new Dataset("scores", "Scores derived from items", COLUMNS, rows);
    }

    private static Row row(Course participant, Encounter encounter, int place, Sheet sheet, Score score) {
        Reading reading = new Reading();
        Answer answer = reading.score(participant, place, sheet, score);
        Optional<Span> limits = answer instanceof Answer.Bounded(var span) ? Optional.of(span) : Optional.empty();
        return new Row(
                List.of(
                        Optional.of(participant.id().text()),
                        Optional.of(encounter.id()),
                        Optional.of(score.name().form()),
                        Optional.of(score.name().item()),
                        answer instanceof Answer.Known(Value value) ? Optional.of(value.toString()) : Optional.empty(),
                        limits.map(Span::low).map(Object::toString),
                        limits.map(Span::high).map(Object::toString),
                        FormPlan.unit(score.type())),
                reading.sources());
    }
}
