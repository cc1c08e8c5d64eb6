package org.equipoise.language.expression;

import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;

/// What the record says about each item at the moment of judging.
@FunctionalInterface
public interface Answers {
    Answer answer(ItemName item);
}
