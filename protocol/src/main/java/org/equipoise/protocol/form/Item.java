package org.equipoise.protocol.form;

import java.util.Map;
import java.util.Optional;
import org.equipoise.language.expression.Condition;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.protocol.design.Label;

/// One question on a form.
///
/// @param required whether the form may be submitted without it (a reason for its absence counts as an answer)
/// @param when where this is FALSE nobody is asked and no value may stand; where it is UNKNOWN the item is asked
/// @param unblinding whether its value could tell the arm: it is then sealed until treatments are revealed
/// @param codeLabels what a code says to people, where the form gives it words
public record Item(
        ItemName name,
        Label label,
        ItemType type,
        boolean required,
        Optional<Condition> when,
        boolean unblinding,
        Map<String, Label> codeLabels) {
    public Item {
        codeLabels = Map.copyOf(codeLabels);
    }
}
