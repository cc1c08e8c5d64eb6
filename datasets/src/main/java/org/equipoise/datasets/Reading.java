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
                .map(sheet -> sheet.plan()
                        .score(name.item())
                        .map(score -> score(participant, encounter, sheet, score))
                        .orElseGet(() -> item(sheet, name.item())))
                .orElse(NOT_RECORDED);
    }

    /// A score rests on its own form and, for what stands elsewhere, on the latest form of that name.
    Answer score(Course participant, int encounter, Sheet sheet, Score score) {
        return score.of(input -> input.form().equals(score.name().form())
                ? item(sheet, input.item())
                : latest(participant, encounter, input));
    }

    private Answer latest(Course participant, int encounter, ItemName name) {
        for (int place = encounter; place >= 0; place--) {
            Optional<Sheet> sheet = participant.sheet(place, name.form());
            if (sheet.isPresent()) {
                return item(sheet.get(), name.item());
            }
        }
        return NOT_RECORDED;
    }

    /// The answer of an item on a form at hand.
    Answer item(Sheet sheet, String name) {
        Optional<Sheet.Standing> standing = sheet.of(name);
        if (standing.isEmpty()) {
            return sheet.notAsked(name).<Answer>map(Answer.Unknown::new).orElse(NOT_RECORDED);
        }
        sources.addAll(standing.get().sources());
        Optional<String> value = standing.get().value();
        return value.isEmpty()
                ? new Answer.Unknown(standing.get().missing().orElse("not recorded"))
                : sheet.type(name)
                        .read(value.get())
                        .orElseThrow(() -> new IllegalStateException("event "
                                + standing.get().citation() + " enters what is no value of "
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
