package org.equipoise.conduct.refusal;

import java.util.List;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;

/// What is wrong with one value on a form.
public sealed interface ItemFault {
    String item();

    /// Stands for a value that a sentence must not repeat, because it will be ciphertext.
    String WITHHELD = "•••";

    record UnknownItem(String item) implements ItemFault {}

    record EnteredTwice(String item) implements ItemFault {}

    record Missing(String item) implements ItemFault {}

    record NeitherValueNorReason(String item) implements ItemFault {}

    /// The reason why there is no value is none of those there are.
    record NoSuchAbsence(String item, List<String> known) implements ItemFault {}

    record NotOfItsType(String item, String value, ItemType type) implements ItemFault {}

    record Impossible(String item, String value, Span possible, String unit) implements ItemFault {}

    /// The condition of the item does not hold here, so nobody is asked.
    record NotAsked(String item) implements ItemFault {}

    record TooLongToSeal(String item, int longest) implements ItemFault {}
}
