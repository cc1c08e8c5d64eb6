package org.equipoise.conduct.refusal;

import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;

/// What is wrong with one value on a form.
public sealed interface ItemFault {
    String item();

    record UnknownItem(String item) implements ItemFault {}

    record EnteredTwice(String item) implements ItemFault {}

    record Missing(String item) implements ItemFault {}

    record NeitherValueNorReason(String item) implements ItemFault {}

    record NotOfItsType(String item, String value, ItemType type) implements ItemFault {}

    record Impossible(String item, String value, Span possible, String unit) implements ItemFault {}
}
