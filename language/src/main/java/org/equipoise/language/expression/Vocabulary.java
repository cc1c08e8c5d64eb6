package org.equipoise.language.expression;

import java.util.Map;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;

/// The items an expression may speak of, and their types: what the study's forms define.
public record Vocabulary(Map<ItemName, ItemType> types) {
    public Vocabulary {
        types = Map.copyOf(types);
    }
}
