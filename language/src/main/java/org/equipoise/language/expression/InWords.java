package org.equipoise.language.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;

/// A condition as an English sentence, from what was read and not from what was written: people who read it see
/// what the program will do.
///
/// @param types of items, for their units
/// @param names of items, as people know them
public record InWords(Function<ItemName, Optional<ItemType>> types, Function<ItemName, String> names) {

    public String of(Condition condition) {
        return switch (condition) {
            case Condition.Compared(var left, var relation, var right) ->
                of(left) + " " + words(relation) + " " + of(right, left);
            case Condition.CodeIn(var reference, var codes) ->
                name(reference) + " is " + new TreeSet<>(codes).stream().collect(Collectors.joining(" or "));
            case Condition.Not(Condition.CodeIn(var reference, var codes)) ->
                name(reference) + " is not " + new TreeSet<>(codes).stream().collect(Collectors.joining(" or "));
            case Condition.Not(var inner) -> "not (" + of(inner) + ")";
            case Condition.AtLeast(var count, var conditions) -> several(count, conditions);
            case Condition.InSomeEntry(var log, var inner) -> "some entry of " + log + " has " + of(inner);
            case Condition.Derived(var derivation) -> derivation;
        };
    }

    private String several(int count, List<Condition> conditions) {
        if (count != 1 && count != conditions.size()) {
            return "at least " + count + " of: "
                    + conditions.stream().map(this::part).collect(Collectors.joining("; "));
        }
        boolean all = count == conditions.size();
        List<Condition> flat = new ArrayList<>();
        conditions.forEach(condition -> flatten(condition, all, flat));
        return flat.stream().map(this::part).collect(Collectors.joining(all ? " and " : " or "));
    }

    /// What a chain of the same word holds together.
    private static void flatten(Condition condition, boolean all, List<Condition> flat) {
        if (condition instanceof Condition.AtLeast(var count, var inner)
                && inner.size() > 1
                && (all ? count == inner.size() : count == 1)) {
            inner.forEach(each -> flatten(each, all, flat));
        } else {
            flat.add(condition);
        }
    }

    private String part(Condition condition) {
        return condition instanceof Condition.AtLeast ? "(" + of(condition) + ")" : of(condition);
    }

    private static String words(Relation relation) {
        return switch (relation) {
            case LESS -> "is below";
            case AT_MOST -> "is at most";
            case EQUAL -> "is";
            case UNEQUAL -> "is not";
            case AT_LEAST -> "is at least";
            case GREATER -> "is above";
        };
    }

    private String of(Quantity quantity) {
        return of(quantity, quantity);
    }

    /// @param beside what it is compared with, which tells what a bare number means
    private String of(Quantity quantity, Quantity beside) {
        return switch (quantity) {
            case Quantity.Constant(var value) -> constant(value, beside);
            case Quantity.Item(var reference) -> name(reference);
            case Quantity.Sum(var left, Quantity.Scaled(var right, var factor))
            when factor.compareTo(BigDecimal.ONE.negate()) == 0 -> of(left, beside) + " minus " + of(right, beside);
            case Quantity.Sum(var left, var right) -> of(left, beside) + " plus " + of(right, left);
            case Quantity.Scaled(var inner, var factor) -> factor.toPlainString() + " times " + of(inner, beside);
            case Quantity.Count(var log, var condition) ->
                "the number of entries of " + log + " with (" + of(condition) + ")";
            case Quantity.Limit limit -> limit.side().words() + name(limit.of()) + " (" + limits(limit) + ")";
        };
    }

    private String limits(Quantity.Limit limit) {
        String unit = unit(limit.of().item());
        return limit.ranges().stream()
                .map(range ->
                        (limit.side().of(range).map(BigDecimal::toPlainString).orElse("none") + " " + unit).strip()
                                + range.when().map(when -> " where " + of(when)).orElse(""))
                .collect(Collectors.joining("; else "));
    }

    private String name(Reference reference) {
        String name = names.apply(reference.item());
        return reference.encounter() == null ? name : name + " at " + reference.encounter();
    }

    private String constant(Span value, Quantity beside) {
        SortedSet<ItemName> items = new TreeSet<>();
        beside.addItems(items);
        boolean date = !items.isEmpty() && items.stream().allMatch(this::isDay) && beside instanceof Quantity.Item;
        if (date && value.low() != null && value.high() != null) {
            String from = LocalDate.ofEpochDay(value.low().longValue()).toString();
            String to = LocalDate.ofEpochDay(value.high().longValue()).toString();
            return from.equals(to) ? from : "a day from " + from + " to " + to;
        }
        String unit = items.isEmpty() ? "" : isDay(items.first()) ? "days" : unit(items.first());
        return (value + " " + unit).strip();
    }

    private boolean isDay(ItemName item) {
        return types.apply(item).map(type -> type instanceof ItemType.Day).orElse(!item.equals(Vocabulary.VISIT_DAY));
    }

    private String unit(ItemName item) {
        return types.apply(item).orElse(null) instanceof ItemType.Amount(var unit, var _)
                        && !unit.code().equals("1")
                ? unit.code()
                : "";
    }
}
