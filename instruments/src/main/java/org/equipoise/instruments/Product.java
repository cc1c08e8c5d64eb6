package org.equipoise.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;

/// A formula of factors, rounded half up to the decimals it is published with.
public record Product(Unit unit, int decimals, List<Input> inputs, List<Factor> factors) implements VisitScore {
    public Product {
        inputs = List.copyOf(inputs);
        factors = List.copyOf(factors);
        Scoring.refuseRepeated(inputs.stream().map(Input::key));
        for (Factor factor : factors) {
            for (String key : factor.reads().toList()) {
                if (inputs.stream().noneMatch(input -> input.key().equals(key) && factor.accepts(input))) {
                    throw new IllegalArgumentException("a factor reads '" + key + "', which is no input of its kind");
                }
            }
        }
    }

    /// Known when every input is; within limits when a number is bounded; unknown, naming them, when inputs are
    /// missing: limits from all that a person could be would only look like a measurement.
    @Override
    public Answer score(Function<String, Answer> answers) {
        List<Input> missing = inputs.stream()
                .filter(input -> taken(input.key(), answers) instanceof Answer.Unknown)
                .toList();
        if (!missing.isEmpty()) {
            return new Answer.Unknown(
                    "without " + missing.stream().map(Input::key).collect(Collectors.joining(", ")));
        }
        Factor.Range product = Factor.product(factors, key -> taken(key, answers));
        BigDecimal low = rounded(product.low());
        BigDecimal high = rounded(product.high());
        return low.compareTo(high) == 0
                ? new Answer.Known(new Value.Amount(low))
                : new Answer.Bounded(new Span(low, false, high, false));
    }

    private Answer taken(String key, Function<String, Answer> answers) {
        return Input.taken(inputs, key, answers);
    }

    private BigDecimal rounded(double number) {
        return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    @Override
    public ItemType.Amount type() {
        return new ItemType.Amount(unit, Span.above(BigDecimal.ZERO, false));
    }
}
