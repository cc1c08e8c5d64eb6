package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Value;

/// One factor of a [Product]. Powers are the platform's strict ones, so that every machine prints the same digits.
public sealed interface Factor {

    /// The inputs it looks at.
    Stream<String> reads();

    /// Can the factor be computed from such an input?
    boolean accepts(Input input);

    /// The least and the greatest it can be, on answers that are known or bounded.
    Range range(Function<String, Answer> answers);

    /// Positive numbers between two ends.
    record Range(double low, double high) {
        static final Range ONE = new Range(1, 1);

        static Range between(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }

        Range times(Range other) {
            return new Range(low * other.low, high * other.high);
        }
    }

    /// Always the same.
    record Constant(BigDecimal value) implements Factor {
        @Override
        public Stream<String> reads() {
            return Stream.of();
        }

        @Override
        public boolean accepts(Input input) {
            return false;
        }

        @Override
        public Range range(Function<String, Answer> answers) {
            return new Range(value.doubleValue(), value.doubleValue());
        }
    }

    /// A number, as a share of a reference and cut off where that is asked, to a power.
    record Power(
            String of, BigDecimal per, Optional<BigDecimal> atLeast, Optional<BigDecimal> atMost, BigDecimal exponent)
            implements Factor {
        @Override
        public Stream<String> reads() {
            return Stream.of(of);
        }

        @Override
        public boolean accepts(Input input) {
            return input instanceof Input.Number number && number.from().signum() > 0;
        }

        @Override
        public Range range(Function<String, Answer> answers) {
            Range number = ends(answers.apply(of));
            return Range.between(raised(number.low()), raised(number.high()));
        }

        private double raised(double number) {
            double share = number / per.doubleValue();
            double above = atLeast.isPresent() ? Math.max(share, atLeast.get().doubleValue()) : share;
            double cut = atMost.isPresent() ? Math.min(above, atMost.get().doubleValue()) : above;
            return StrictMath.pow(cut, exponent.doubleValue());
        }
    }

    /// A base to the power of a number.
    record Exponential(BigDecimal base, String of) implements Factor {
        @Override
        public Stream<String> reads() {
            return Stream.of(of);
        }

        @Override
        public boolean accepts(Input input) {
            return input instanceof Input.Number;
        }

        @Override
        public Range range(Function<String, Answer> answers) {
            Range number = ends(answers.apply(of));
            return Range.between(
                    StrictMath.pow(base.doubleValue(), number.low()),
                    StrictMath.pow(base.doubleValue(), number.high()));
        }
    }

    /// Other factors for each code.
    record Chosen(String by, Map<String, List<Factor>> factors) implements Factor {
        public Chosen {
            factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        }

        @Override
        public Stream<String> reads() {
            return Stream.concat(
                    Stream.of(by),
                    factors.values().stream().flatMap(List::stream).flatMap(Factor::reads));
        }

        @Override
        public boolean accepts(Input input) {
            return input.key().equals(by)
                    ? input instanceof Input.Code coded && factors.keySet().containsAll(coded.codes())
                    : factors.values().stream()
                            .flatMap(List::stream)
                            .filter(factor -> factor.reads().anyMatch(input.key()::equals))
                            .allMatch(factor -> factor.accepts(input));
        }

        @Override
        public Range range(Function<String, Answer> answers) {
            if (answers.apply(by) instanceof Answer.Known(Value.Code(var code))) {
                return product(factors.getOrDefault(code, List.of()), answers);
            }
            throw new IllegalStateException("a product is not computed while '" + by + "' is open");
        }
    }

    static Range product(List<Factor> factors, Function<String, Answer> answers) {
        Range product = Range.ONE;
        for (Factor factor : factors) {
            product = product.times(factor.range(answers));
        }
        return product;
    }

    private static Range ends(Answer answer) {
        Span span = answer.span();
        BigDecimal low = span.low();
        BigDecimal high = span.high();
        if (low == null || high == null) {
            throw new IllegalStateException("an answer as its input takes it has two ends, unlike " + answer);
        }
        return new Range(low.doubleValue(), high.doubleValue());
    }
}
