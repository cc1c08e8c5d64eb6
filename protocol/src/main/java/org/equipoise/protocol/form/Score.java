package org.equipoise.protocol.form;

import java.util.Map;
import java.util.function.Function;
import org.equipoise.instruments.Instrument;
import org.equipoise.instruments.WeightedSum;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Label;

/// A value computed from a form's items by an instrument; nobody can type it.
///
/// @param inputs the instrument's input and the item of the form that answers it
public record Score(ItemName name, Label label, Instrument instrument, WeightedSum sum, Map<String, String> inputs) {
    public Score {
        inputs = Map.copyOf(inputs);
    }

    public ItemType type() {
        return sum.type();
    }

    /// The score, from the answers to the form's items.
    public Answer of(Function<String, Answer> items) {
        return sum.score(input -> items.apply(inputs.getOrDefault(input, input)));
    }
}
