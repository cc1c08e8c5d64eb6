package org.equipoise.language.expression;

import java.math.BigDecimal;
import java.util.Set;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;

/// A number (or a day, as a count of days) computed from items; units were made one when the expression was read.
sealed interface Quantity {

    record Constant(Span value) implements Quantity {}

    record Item(ItemName name) implements Quantity {}

    record Sum(Quantity left, Quantity right) implements Quantity {}

    record Scaled(Quantity quantity, BigDecimal factor) implements Quantity {}

    /// The span of the quantity; items that are not known exactly are added to `open`.
    default Span span(Answers answers, Set<ItemName> open) {
        return switch (this) {
            case Constant(var value) -> value;
            case Sum(var left, var right) -> left.span(answers, open).plus(right.span(answers, open));
            case Scaled(var quantity, var factor) ->
                quantity.span(answers, open).times(factor);
            case Item(var name) -> {
                Answer answer = answers.answer(name);
                Span span = answer.span();
                if (!span.isPoint()) {
                    open.add(name);
                }
                yield span;
            }
        };
    }
}
