package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;

/// A score that adds the weights of the items present.
public record WeightedSum(List<Item> items) implements Scoring {
    private static final String PRESENT = "yes";
    private static final String ABSENT = "no";
    private static final Unit POINTS = new Unit("{score}");

    /// A sign that is present or absent, and the points it gives when present.
    public record Item(String key, int weight, String system, String definition, Certainty certainty) {
        public Item {
            if (weight < 1) {
                throw new IllegalArgumentException("'" + key + "' needs a weight of at least 1, not " + weight);
            }
        }

        Truth present(Answer answer) {
            return switch (answer) {
                case Answer.Known(Value.Code(var code)) when code.equals(PRESENT) -> Truth.TRUE;
                case Answer.Known(Value.Code(var code)) when code.equals(ABSENT) -> Truth.FALSE;
                case Answer.Known _, Answer.Bounded _, Answer.Unknown _ -> Truth.UNKNOWN;
            };
        }
    }

    public WeightedSum {
        items = List.copyOf(items);
        Scoring.refuseRepeated(items.stream().map(Item::key));
    }

    /// The points, known when every item is. Otherwise the lowest total counts the items not assessed as absent and
    /// the highest as present.
    public Answer score(Function<String, Answer> answers) {
        long lowest = 0;
        long highest = 0;
        for (Item item : items) {
            Truth present = item.present(answers.apply(item.key()));
            lowest += present == Truth.TRUE ? item.weight() : 0;
            highest += present == Truth.FALSE ? 0 : item.weight();
        }
        return lowest == highest
                ? new Answer.Known(new Value.Amount(BigDecimal.valueOf(lowest)))
                : new Answer.Bounded(Span.between(lowest, highest));
    }

    /// The type of an item that holds the score.
    public ItemType.Amount type() {
        return new ItemType.Amount(
                POINTS, Span.between(0, items.stream().mapToLong(Item::weight).sum()));
    }

    @Override
    public List<Input> inputs() {
        return items.stream()
                .<Input>map(item -> new Input.Code(item.key(), List.of(PRESENT, ABSENT), item.definition()))
                .toList();
    }
}
