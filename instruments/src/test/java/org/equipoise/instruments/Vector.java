package org.equipoise.instruments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;

/// One row of an instrument's `vectors.csv`: answers ([Written]) and what the score makes of them. The column `score`
/// names it where the instrument has several.
record Vector(Instrument instrument, Map<String, String> cells) {

    static Stream<Vector> ofAll() {
        return Instruments.all().stream().flatMap(Vector::of);
    }

    static Stream<Vector> of(Instrument instrument) {
        return Rows.of(instrument, "vectors.csv").stream().map(cells -> new Vector(instrument, cells));
    }

    String expected() {
        return cell("expected").replace(" ", "");
    }

    String source() {
        return cell("source");
    }

    String score() {
        String only = instrument.scores().keySet().iterator().next();
        return cells.getOrDefault("score", only);
    }

    Scoring scoring() {
        return instrument.score(score()).orElseThrow();
    }

    /// What the scoring makes of it, in the words of the `expected` column.
    String found() {
        String result = switch (scoring()) {
            case VisitScore score -> score.score(this::atVisit).toString();
            case CompositeResponse composite ->
                composite.respond(this::atBaseline, this::atVisit).toString();
        };
        return result.replace(" ", "");
    }

    Answer atBaseline(String key) {
        return written("baseline").answer(scoring().inputs(), key);
    }

    Answer atVisit(String key) {
        return written("visit").answer(scoring().inputs(), key);
    }

    /// The names it uses that the instrument does not have.
    List<String> strayKeys() {
        return Stream.of("baseline", "visit")
                .filter(cells::containsKey)
                .flatMap(column -> written(column).strayKeys(scoring().inputs()).stream())
                .toList();
    }

    @Override
    public String toString() {
        return instrument.id() + "/" + instrument.version() + " " + score() + " " + cell("vector") + " is "
                + expected();
    }

    private Written written(String column) {
        return Written.of(cell(column));
    }

    private String cell(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }
}
