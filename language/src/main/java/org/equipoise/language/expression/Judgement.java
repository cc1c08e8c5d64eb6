package org.equipoise.language.expression;

import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Truth;

/// What a condition comes to on the answers at hand, and, when that is UNKNOWN, the items that would settle it.
public record Judgement(Truth truth, SortedSet<ItemName> settledBy) {
    public static Judgement settled(boolean holds) {
        return new Judgement(Truth.of(holds), new TreeSet<>());
    }
}
