package org.equipoise.protocol.form;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.equipoise.instruments.Conversion;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.VisitScore;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Label;

/// A value computed from a form's items by an instrument; nobody can type it.
///
/// @param inputs the instrument's input and the item that answers it: one of this form, or what was last recorded of
/// another
/// @param conversions for inputs whose item is in another unit than the instrument's
public record Score(
        ItemName name,
        Label label,
        Instrument instrument,
        VisitScore scoring,
        Map<String, ItemName> inputs,
        Map<String, Conversion> conversions) {
    public Score {
        inputs = Map.copyOf(inputs);
        conversions = Map.copyOf(conversions);
    }

    public ItemType type() {
        return scoring.type();
    }

    /// The score, from the answers to its items.
    public Answer of(Function<ItemName, Answer> items) {
        return scoring.score(input -> {
            Answer answer = items.apply(Objects.requireNonNull(inputs.get(input), input));
            Conversion conversion = conversions.get(input);
            return conversion == null ? answer : conversion.of(answer);
        });
    }
}
