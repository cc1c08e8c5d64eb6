package org.equipoise.language.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;

/// A number (or a day, as a count of days) computed from items; units were made one when the expression was read.
sealed interface Quantity {
    record Constant(Span value) implements Quantity {}

    record Item(Reference reference) implements Quantity {}

    record Sum(Quantity left, Quantity right) implements Quantity {}

    record Scaled(Quantity quantity, BigDecimal factor) implements Quantity {}

    /// How many entries of a log make the condition true.
    record Count(String log, Condition condition) implements Quantity {}

    /// A limit of normal of an item: the one that the first range which applies gives.
    record Limit(Reference of, ReferenceRange.Side side, List<ReferenceRange> ranges) implements Quantity {}

    /// The span of the quantity; items that are not known exactly are added to `open`.
    default Span span(Answers answers, Open open) {
        return switch (this) {
            case Constant(var value) -> value;
            case Sum(var left, var right) -> left.span(answers, open).plus(right.span(answers, open));
            case Scaled(var quantity, var factor) ->
                quantity.span(answers, open).times(factor);
            case Item(var reference) -> {
                Span span = reference.in(answers).span();
                if (!span.isPoint()) {
                    open.add(reference.item());
                }
                yield span;
            }
            case Count(var log, var condition) -> count(log, condition, answers, open);
            case Limit limit -> limit(limit, limit.of().place(answers), open);
        };
    }

    /// All that the ranges which may apply allow; anything where it is not certain that one of them does.
    private static Span limit(Limit limit, Answers answers, Open open) {
        List<Span> possible = new ArrayList<>();
        for (ReferenceRange range : limit.ranges()) {
            Judgement applies = range.when().map(when -> when.judge(answers)).orElseGet(() -> Judgement.settled(true));
            if (applies.truth() != Truth.FALSE) {
                possible.add(range.span(limit.side()));
            }
            open.addAll(applies.settledBy());
            if (applies.truth() == Truth.TRUE) {
                return possible.stream().reduce(Span::hull).orElseThrow();
            }
        }
        open.add(limit.of().item());
        return Span.EVERYTHING;
    }

    private static Span count(String log, Condition condition, Answers answers, Open open) {
        int certain = 0;
        int possible = 0;
        for (Answers entry : answers.entries(log)) {
            Judgement judgement = condition.judge(entry);
            certain += judgement.truth() == Truth.TRUE ? 1 : 0;
            possible += judgement.truth() == Truth.FALSE ? 0 : 1;
            open.addAll(judgement.settledBy());
        }
        return Span.between(certain, possible);
    }

    default void addItems(Set<ItemName> items) {
        switch (this) {
            case Constant _ -> {}
            case Sum(var left, var right) -> {
                left.addItems(items);
                right.addItems(items);
            }
            case Scaled(var quantity, var _) -> quantity.addItems(items);
            case Item(var reference) -> items.add(reference.item());
            case Count(var _, var condition) -> items.addAll(condition.items());
            case Limit(var _, var _, var ranges) ->
                ranges.forEach(range -> range.when().ifPresent(when -> items.addAll(when.items())));
        }
    }
}
