package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;

/// Answers as a cell of a vector writes them: `key=text`, apart by spaces. `*=text` answers every input not named for
/// which the text is a possible answer; `?` and silence are unknown; `[4,12]` is a bounded number, and `80@umol/L` one
/// in another unit.
record Written(Map<String, String> texts) {
    private static final Pattern BOUNDED = Pattern.compile("\\[([\\d.]+),([\\d.]+)]");
    private static final String REST = "*";

    static Written of(String cell) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : cell.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                texts.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new Written(texts);
    }

    Set<String> keys() {
        return texts.keySet();
    }

    List<String> strayKeys(List<? extends Input> inputs) {
        List<String> keys = inputs.stream().map(Input::key).toList();
        return texts.keySet().stream()
                .filter(key -> !key.equals(REST) && !keys.contains(key))
                .toList();
    }

    Answer answer(List<? extends Input> inputs, String key) {
        Input input = inputs.stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow();
        String text = texts.get(key);
        if (text == null) {
            return Optional.ofNullable(texts.get(REST))
                    .flatMap(input.type()::read)
                    .orElse(new Answer.Unknown("not written"));
        }
        Matcher bounded = BOUNDED.matcher(text);
        if (bounded.matches()) {
            return new Answer.Bounded(
                    new Span(new BigDecimal(bounded.group(1)), false, new BigDecimal(bounded.group(2)), false));
        }
        int at = text.indexOf('@');
        return at < 0 ? read(input, text) : inUnit(input, text.substring(0, at), text.substring(at + 1));
    }

    private static Answer inUnit(Input input, String number, String unit) {
        return ((Input.Number) input).from(new Unit(unit)).orElseThrow().of(read(input, number));
    }

    private static Answer read(Input input, String text) {
        return input.type().read(text).orElse(new Answer.Unknown(text));
    }
}
