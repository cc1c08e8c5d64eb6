package org.equipoise.language.expression;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;

/// A condition on items that is true, false or unknown. Made by [ConditionReader], which has checked names, types and
/// units, so
/// that judging cannot fail.
public sealed interface Condition {

    record Compared(Quantity left, Relation relation, Quantity right) implements Condition {}

    record CodeIn(ItemName item, Set<String> codes) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /// At least `count` of the conditions hold. "All" and "any" are its two ends: TRUE as soon as enough hold, FALSE as
    /// soon as too few
    /// can still hold, UNKNOWN between.
    record AtLeast(int count, List<Condition> conditions) implements Condition {}

    default Judgement judge(Answers answers) {
        return switch (this) {
            case Compared(var left, var relation, var right) -> {
                SortedSet<ItemName> open = new TreeSet<>();
                Span there = left.span(answers, open);
                Span here = right.span(answers, open);
                yield Judgement.of(relation.holds(there, here), open);
            }
            case CodeIn(var item, var codes) -> {
                Truth truth = answers.answer(item) instanceof Answer.Known(Value.Code(var code))
                        ? Truth.of(codes.contains(code))
                        : Truth.UNKNOWN;
                yield Judgement.of(truth, new TreeSet<>(Set.of(item)));
            }
            case Not(var condition) -> {
                Judgement inner = condition.judge(answers);
                yield new Judgement(inner.truth().not(), inner.settledBy());
            }
            case AtLeast(var count, var conditions) -> judgeAtLeast(count, conditions, answers);
        };
    }

    private static Judgement judgeAtLeast(int count, List<Condition> conditions, Answers answers) {
        int holding = 0;
        int undecided = 0;
        SortedSet<ItemName> open = new TreeSet<>();
        for (Condition condition : conditions) {
            Judgement judgement = condition.judge(answers);
            switch (judgement.truth()) {
                case TRUE -> holding++;
                case FALSE -> {}
                case UNKNOWN -> undecided++;
            }
            open.addAll(judgement.settledBy());
        }
        Truth truth = holding >= count ? Truth.TRUE : holding + undecided < count ? Truth.FALSE : Truth.UNKNOWN;
        return Judgement.of(truth, open);
    }

    /// The items the condition reads.
    default SortedSet<ItemName> items() {
        SortedSet<ItemName> items = new TreeSet<>();
        judge(item -> {
            items.add(item);
            return new Answer.Unknown("");
        });
        return items;
    }
}
