package org.equipoise.instruments;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;

/// One row of an instrument's `proposals.csv`: measurements ([Written]), and whether they suggest that a sign is
/// present (`TRUE`, `FALSE`, `UNKNOWN`, or `none` where the study collects nothing that could). What is written is what
/// the study collects.
record Proposal(Instrument instrument, Map<String, String> cells) {

    static Stream<Proposal> ofAll() {
        return Instruments.all().stream().flatMap(Proposal::of);
    }

    static Stream<Proposal> of(Instrument instrument) {
        return Rows.of(instrument, "proposals.csv").stream().map(cells -> new Proposal(instrument, cells));
    }

    String expected() {
        return cell("expected");
    }

    String source() {
        return cell("source");
    }

    String key() {
        return cell("item");
    }

    String found() {
        WeightedSum sum = (WeightedSum) instrument.onlyScore().orElseThrow();
        WeightedSum.Item item = sum.items().stream()
                .filter(candidate -> candidate.key().equals(key()))
                .findFirst()
                .orElseThrow();
        Written written = Written.of(cell("measured"));
        if (!written.strayKeys(sum.evidence()).isEmpty()) {
            throw new IllegalArgumentException("not measured: " + written.strayKeys(sum.evidence()));
        }
        Function<String, Answer> measured = key -> written.answer(sum.evidence(), key);
        return item.proposed(measured, written.keys()::contains)
                .map(Object::toString)
                .orElse("none");
    }

    @Override
    public String toString() {
        return instrument.id() + "/" + instrument.version() + " " + key() + ": " + cell("vector");
    }

    private String cell(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }
}
