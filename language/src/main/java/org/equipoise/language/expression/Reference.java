package org.equipoise.language.expression;

import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.jspecify.annotations.Nullable;

/// An item as an expression names it: `form.item` where the judging happens, `at('W0', form.item)` at an encounter.
record Reference(@Nullable String encounter, ItemName item) {
    Answer in(Answers answers) {
        return encounter == null ? answers.answer(item) : answers.at(encounter).answer(item);
    }
}
