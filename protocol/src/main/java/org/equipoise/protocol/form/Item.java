package org.equipoise.protocol.form;

import java.util.List;
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
/// @param identifying whether it tells who a participant is: only the site's staff read it, and no table holds it
/// @param codeLabels what a code says to people, where the form gives it words
public record Item(
        ItemName name,
        Label label,
        ItemType type,
        boolean required,
        Optional<Condition> when,
        boolean unblinding,
        boolean identifying,
        Map<String, Label> codeLabels) {
    /// Why a value may be absent. A closed list, so that nobody is told of in it.
    public static final List<String> ABSENCES = List.of(
            "not done",
            "not asked",
            "not assessed",
            "not applicable",
            "not known",
            "result not back",
            "declined",
            "ongoing");

    public Item {
        codeLabels = Map.copyOf(codeLabels);
    }

    /// Whether its values are ciphertext under the participant's key.
    public boolean confidential() {
        return identifying || type instanceof ItemType.Text;
    }
}
