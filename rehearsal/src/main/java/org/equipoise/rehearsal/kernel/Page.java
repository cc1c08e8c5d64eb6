package org.equipoise.rehearsal.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.form.Form;
import org.equipoise.protocol.form.Score;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.FormFilling;

/// What stands on one form at one encounter.
final class Page {
    private static final Answer NOT_RECORDED = new Answer.Unknown("not recorded");

    private final Form form;
    private final Map<String, Score> scores;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Answer> read = new HashMap<>();

    private Page(Form form, Map<String, Score> scores, List<Entry> entries) {
        this.form = form;
        this.scores = scores;
        entries.forEach(entry -> this.entries.put(entry.item(), entry));
    }

    /// As the staff leave it: mended where it was refused, right where it was reviewed, and else as it was written.
    static Page standing(
            Form form, Map<String, Score> scores, FormFilling filling, boolean obtained, BooleanSupplier reviewed) {
        if (filling.isFlawless() || obtained && filling.forgets()) {
            return new Page(form, scores, filling.right());
        }
        if (filling.forgets()) {
            return new Page(form, scores, filling.mended());
        }
        boolean right = filling.written().stream().anyMatch(entry -> isRefused(form, entry)) || reviewed.getAsBoolean();
        return new Page(form, scores, right ? filling.right() : filling.written());
    }

    /// Whether a form with this entry is not accepted.
    private static boolean isRefused(Form form, Entry entry) {
        ItemType type = form.item(entry.item()).orElseThrow().type();
        String value = entry.value();
        if (value == null) {
            return false;
        }
        return type.read(value)
                .map(answer -> type instanceof ItemType.Amount(var _, var possible)
                        && (answer.span().lessThan(possible) == Truth.TRUE
                                || possible.lessThan(answer.span()) == Truth.TRUE))
                .orElse(true);
    }

    /// The answer of an item or a score.
    Answer answer(String name) {
        Answer known = read.get(name);
        if (known == null) {
            Score score = scores.get(name);
            known = score == null ? item(name) : score.of(this::answer);
            read.put(name, known);
        }
        return known;
    }

    private Answer item(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return NOT_RECORDED;
        }
        String value = entry.value();
        return value == null
                ? new Answer.Unknown(String.valueOf(entry.missing()))
                : form.item(name).orElseThrow().type().read(value).orElseThrow();
    }
}
