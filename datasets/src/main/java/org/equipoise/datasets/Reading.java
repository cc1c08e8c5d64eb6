package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.protocol.form.Score;

/// Answers read for one derived value, and every item change they rested on.
final class Reading {
    private static final Answer NOT_RECORDED = new Answer.Unknown("not recorded");

    private final List<Source> sources = new ArrayList<>();

    /// The answer of an item or a score at an encounter.
    Answer answer(Course participant, int encounter, ItemName name) {
        return participant
                .sheet(encounter, name.form())
                .map(sheet -> answer(sheet, name.item()))
                .orElse(NOT_RECORDED);
    }

    private Answer answer(Sheet sheet, String name) {
        Optional<Score> score = sheet.plan().score(name);
        return score.isPresent() ? score(sheet, score.get()) : item(sheet, name);
    }

    Answer score(Sheet sheet, Score score) {
        return score.of(item -> item(sheet, item));
    }

    private Answer item(Sheet sheet, String name) {
        Optional<Sheet.Standing> standing = sheet.of(name);
        if (standing.isEmpty()) {
            return NOT_RECORDED;
        }
        sources.add(standing.get().source());
        String value = standing.get().change().value();
        return value == null
                ? new Answer.Unknown(String.valueOf(standing.get().change().missing()))
                : sheet.plan()
                        .type(name)
                        .read(value)
                        .orElseThrow(() -> new IllegalStateException("event "
                                + standing.get().seq() + " enters what is no value of "
                                + sheet.plan().form().id() + "." + name));
    }

    /// A whole event rested on.
    void rest(Source source) {
        sources.add(source);
    }

    /// Each once, in the order of the journal.
    List<Source> sources() {
        return sources.stream().sorted().distinct().toList();
    }
}
