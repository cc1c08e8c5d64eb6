package org.equipoise.instruments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;

/// One row of an instrument's `vectors.csv`. Answers are written `key=text`, apart by spaces: `*=text` answers every
/// input not named for which the text is a possible answer, `?` and silence are unknown, `[4,12]` is a bounded number.
record Vector(Instrument instrument, Map<String, String> cells) {
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,\"]*)(?:,|$)");
    private static final Pattern BOUNDED = Pattern.compile("\\[(\\d+),(\\d+)]");
    private static final String REST = "*";

    static Stream<Vector> ofAll() {
        return Instruments.all().stream().flatMap(Vector::of);
    }

    static Stream<Vector> of(Instrument instrument) {
        String resource = instrument.id() + "/" + instrument.version() + "/vectors.csv";
        List<String> lines = lines(resource);
        List<String> header = row(lines.getFirst());
        return lines.stream().skip(1).map(line -> {
            List<String> row = row(line);
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(resource + ": " + line);
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(header.get(i), row.get(i));
            }
            return new Vector(instrument, cells);
        });
    }

    String expected() {
        return cell("expected");
    }

    /// What the scoring makes of it, in the words of the `expected` column.
    String found() {
        String result = switch (instrument.scoring()) {
            case WeightedSum sum -> sum.score(this::atVisit).toString();
            case CompositeResponse composite ->
                composite.respond(this::atBaseline, this::atVisit).toString();
        };
        return result.replace(" ", "");
    }

    Answer atBaseline(String key) {
        return answer(input(key), written("baseline"));
    }

    Answer atVisit(String key) {
        return answer(input(key), written("visit"));
    }

    /// The names it uses that the instrument does not have.
    List<String> strayKeys() {
        List<String> keys = instrument.inputs().stream().map(Input::key).toList();
        return Stream.of("baseline", "visit")
                .filter(cells::containsKey)
                .flatMap(column -> written(column).keySet().stream())
                .filter(key -> !key.equals(REST) && !keys.contains(key))
                .toList();
    }

    @Override
    public String toString() {
        return instrument.id() + "/" + instrument.version() + " " + cell("vector") + " is " + expected();
    }

    private Input input(String key) {
        return instrument.inputs().stream()
                .filter(input -> input.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Answer answer(Input input, Map<String, String> written) {
        String text = written.get(input.key());
        Optional<Answer> rest = Optional.ofNullable(written.get(REST)).flatMap(input.type()::read);
        if (text == null) {
            return rest.orElse(new Answer.Unknown("not written"));
        }
        Matcher bounded = BOUNDED.matcher(text);
        if (bounded.matches()) {
            return new Answer.Bounded(Span.between(Long.parseLong(bounded.group(1)), Long.parseLong(bounded.group(2))));
        }
        return input.type().read(text).orElse(new Answer.Unknown(text));
    }

    private Map<String, String> written(String column) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String pair : cell(column).split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                written.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return written;
    }

    private String cell(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    private static List<String> row(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        int at = 0;
        while (at <= line.length() && cell.find(at) && cell.start() == at) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            at = cell.group().endsWith(",") ? cell.end() : line.length() + 1;
        }
        return cells;
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = Instruments.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
