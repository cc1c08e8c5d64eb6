package org.equipoise.language.expression;

import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.jspecify.annotations.Nullable;

/// An item as an expression names it: `form.item` where the judging happens, `at('W0', form.item)` at an encounter.
record Reference(@Nullable String encounter, ItemName item) {
    Answer in(Answers answers) {
        return place(answers).answer(item);
    }

    /// The answers of the place that is meant.
    Answers place(Answers here) {
        return encounter == null ? here : here.at(encounter);
    }
}
