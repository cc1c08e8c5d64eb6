package org.equipoise.language.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Span;
import org.jspecify.annotations.Nullable;

/// Where the outcome of conditions turns: for each item the values that a comparison sets it against, in its own unit.
/// A comparison of several items is taken apart, each as if the others were nought.
final class Thresholds {
    private final Map<ItemName, TreeSet<BigDecimal>> of = new HashMap<>();
    private final Set<ItemName> linked = new HashSet<>();

    Set<BigDecimal> of(ItemName item) {
        return of.getOrDefault(item, new TreeSet<>());
    }

    /// The items that some comparison sets against other items: their outcome turns at more than these values.
    Set<ItemName> linked() {
        return linked;
    }

    void add(Condition condition) {
        switch (condition) {
            case Condition.Compared(var left, var _, var right) -> {
                compared(left, right, Span::low);
                compared(left, right, Span::high);
            }
            case Condition.Not(var inner) -> add(inner);
            case Condition.AtLeast(var _, var conditions) -> conditions.forEach(this::add);
            case Condition.InSomeEntry(var _, var inner) -> add(inner);
            case Condition.CodeIn _, Condition.Derived _ -> {}
        }
    }

    /// @param end which end of a constant that is a span, as a month is
    private void compared(Quantity left, Quantity right, Function<Span, @Nullable BigDecimal> end) {
        Map<ItemName, BigDecimal> factors = new HashMap<>();
        BigDecimal constant = take(left, BigDecimal.ONE, factors, end)
                .add(take(right, BigDecimal.ONE.negate(), factors, end))
                .negate();
        if (factors.size() > 1) {
            linked.addAll(factors.keySet());
        }
        factors.forEach((item, factor) -> {
            if (factor.signum() != 0) {
                of.computeIfAbsent(item, _ -> new TreeSet<>()).add(constant.divide(factor, MathContext.DECIMAL64));
            }
        });
    }

    /// Notes the factors of the items, and gives the constant part.
    private BigDecimal take(
            Quantity quantity,
            BigDecimal by,
            Map<ItemName, BigDecimal> factors,
            Function<Span, @Nullable BigDecimal> end) {
        return switch (quantity) {
            case Quantity.Constant(Span span) -> {
                BigDecimal number = end.apply(span);
                yield number == null ? BigDecimal.ZERO : number.multiply(by);
            }
            case Quantity.Item(var reference) -> {
                factors.merge(reference.item(), by, BigDecimal::add);
                yield BigDecimal.ZERO;
            }
            case Quantity.Sum(var left, var right) ->
                take(left, by, factors, end).add(take(right, by, factors, end));
            case Quantity.Scaled(var inner, var factor) -> take(inner, by.multiply(factor), factors, end);
            case Quantity.Limit limit -> {
                BigDecimal number = end.apply(limits(limit, factors.keySet()));
                yield number == null ? BigDecimal.ZERO : number.multiply(by);
            }
            case Quantity.Count(var _, var condition) -> {
                add(condition);
                yield BigDecimal.ZERO;
            }
        };
    }

    /// From the lowest to the highest limit that any range gives; the outcome may turn at those between as well.
    private Span limits(Quantity.Limit limit, Set<ItemName> beside) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        for (ReferenceRange range : limit.ranges()) {
            limit.side().of(range).ifPresent(numbers::add);
            range.when().ifPresent(this::add);
        }
        if (numbers.size() > 2) {
            linked.add(limit.of().item());
            linked.addAll(beside);
        }
        return new Span(numbers.first(), false, numbers.last(), false);
    }
}
