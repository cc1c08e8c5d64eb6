package org.equipoise.language.expression;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;

/// A condition on items that is true, false or unknown. Made by [ConditionReader], which has checked names, types and
/// units, so that judging cannot fail.
public sealed interface Condition {
    record Compared(Quantity left, Relation relation, Quantity right) implements Condition {}

    record CodeIn(Reference reference, Set<String> codes) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /// At least `count` of the conditions hold. "All" and "any" are its two ends: TRUE as soon as enough hold, FALSE as
    /// soon as too few can still hold, UNKNOWN between.
    record AtLeast(int count, List<Condition> conditions) implements Condition {}

    /// The condition holds in some entry of a log: FALSE where there is none.
    record InSomeEntry(String log, Condition condition) implements Condition {}

    /// A condition the study has given a name.
    record Derived(String derivation) implements Condition {}

    /// The truth, and what would settle it.
    default Judgement judge(Answers answers) {
        Open open = Open.gathering();
        Truth truth = truth(answers, open);
        return new Judgement(truth, open.items());
    }

    /// The truth alone, which is quicker.
    default Truth truth(Answers answers) {
        return truth(answers, Open.IGNORED);
    }

    private Truth truth(Answers answers, Open open) {
        int mark = open.mark();
        Truth truth = switch (this) {
            case Compared(var left, var relation, var right) ->
                relation.holds(left.span(answers, open), right.span(answers, open));
            case CodeIn(var reference, var codes) -> codeIn(reference, codes, answers, open);
            case Not(var condition) -> condition.truth(answers, open).not();
            case AtLeast(var count, var conditions) -> atLeast(count, conditions, answers, open);
            case InSomeEntry(var log, var condition) -> inSomeEntry(log, condition, answers, open);
            case Derived(var derivation) -> {
                Judgement judgement = answers.derived(derivation);
                open.addAll(judgement.settledBy());
                yield judgement.truth();
            }
        };
        if (truth != Truth.UNKNOWN) {
            open.forgetSince(mark);
        }
        return truth;
    }

    private static Truth codeIn(Reference reference, Set<String> codes, Answers answers, Open open) {
        if (reference.in(answers) instanceof Answer.Known(Value.Code(var code))) {
            return Truth.of(codes.contains(code));
        }
        open.add(reference.item());
        return Truth.UNKNOWN;
    }

    /// Reads on after the outcome is certain only where evidence of everything read is wanted.
    private static Truth atLeast(int count, List<Condition> conditions, Answers answers, Open open) {
        int holding = 0;
        int possible = conditions.size();
        for (Condition condition : conditions) {
            switch (condition.truth(answers, open)) {
                case TRUE -> holding++;
                case FALSE -> possible--;
                case UNKNOWN -> {}
            }
            if (!open.isGathering() && (holding >= count || possible < count)) {
                break;
            }
        }
        return holding >= count ? Truth.TRUE : possible < count ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static Truth inSomeEntry(String log, Condition condition, Answers answers, Open open) {
        Truth some = Truth.FALSE;
        for (Answers entry : answers.entries(log)) {
            Truth here = condition.truth(entry, open);
            some = here == Truth.TRUE || some == Truth.TRUE ? Truth.TRUE : here == Truth.FALSE ? some : Truth.UNKNOWN;
        }
        return some;
    }

    /// The items the condition names, wherever it reads them; what a derivation rests on is not among them.
    default SortedSet<ItemName> items() {
        SortedSet<ItemName> items = new TreeSet<>();
        addItems(items);
        return items;
    }

    private void addItems(Set<ItemName> items) {
        switch (this) {
            case Compared(var left, var _, var right) -> {
                left.addItems(items);
                right.addItems(items);
            }
            case CodeIn(var reference, var _) -> items.add(reference.item());
            case Not(var condition) -> condition.addItems(items);
            case AtLeast(var _, var conditions) -> conditions.forEach(condition -> condition.addItems(items));
            case InSomeEntry(var _, var condition) -> condition.addItems(items);
            case Derived _ -> {}
        }
    }
}
