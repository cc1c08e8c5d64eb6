package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.equipoise.language.value.Value;

/// One question of an instrument.
public sealed interface Input {
    /// Any coded question may be answered so: it was not assessed, and its value is unknown.
    String NOT_DONE = "not_done";

    String key();

    /// What counts, in our own words.
    String definition();

    /// What an item of a form must be to answer this input: the unit and range of a number, the codes allowed.
    ItemType type();

    /// The answer as the instrument takes it: what is no possible answer to the question is unknown.
    Answer taken(Answer answer);

    /// A number in a unit, from one possible value to another, both included; also in the unit of a conversion.
    record Number(String key, Unit unit, BigDecimal from, BigDecimal to, Optional<Conversion> also, String definition)
            implements Input {
        @Override
        public ItemType.Amount type() {
            return new ItemType.Amount(unit, possible());
        }

        /// How a number in that unit becomes one in ours; empty where the unit measures something else.
        public Optional<Conversion> from(Unit other) {
            return also.filter(conversion -> conversion.unit().equals(other))
                    .or(() -> other.exactFactorTo(unit)
                            .filter(factor -> factor.signum() > 0)
                            .map(factor -> Conversion.byFactor(other, factor)));
        }

        @Override
        public Answer taken(Answer answer) {
            return switch (answer) {
                case Answer.Known(Value.Amount _) when meets(answer.span(), possible()) -> answer;
                case Answer.Bounded(var span)
                when meets(span, possible()) -> new Answer.Bounded(common(span, possible()));
                case Answer.Known _, Answer.Bounded _ -> new Answer.Unknown("not a possible " + key);
                case Answer.Unknown unknown -> unknown;
            };
        }

        Span possible() {
            return new Span(from, false, to, false);
        }

        private static boolean meets(Span one, Span other) {
            return one.lessThan(other) != Truth.TRUE && other.lessThan(one) != Truth.TRUE;
        }
    }

    /// One of a list of codes.
    ///
    /// @param gradedBy the instrument that gives the answer; one typed in instead is for demonstration only
    record Code(String key, List<String> codes, Optional<String> gradedBy, String definition) implements Input {
        public Code {
            codes = List.copyOf(codes);
        }

        @Override
        public ItemType.Code type() {
            return new ItemType.Code(
                    Stream.concat(codes.stream(), Stream.of(NOT_DONE)).toList());
        }

        @Override
        public Answer taken(Answer answer) {
            return switch (answer) {
                case Answer.Known(Value.Code(var code)) when codes.contains(code) -> answer;
                case Answer.Known _, Answer.Bounded _ -> new Answer.Unknown("not a code of " + key);
                case Answer.Unknown unknown -> unknown;
            };
        }
    }

    /// The numbers in both of two spans that meet.
    static Span common(Span one, Span other) {
        boolean lowFromOne = other.low() == null
                || (one.low() != null
                        && (one.low().compareTo(other.low()) > 0
                                || (one.low().compareTo(other.low()) == 0 && one.lowOpen())));
        boolean highFromOne = other.high() == null
                || (one.high() != null
                        && (one.high().compareTo(other.high()) < 0
                                || (one.high().compareTo(other.high()) == 0 && one.highOpen())));
        Span low = lowFromOne ? one : other;
        Span high = highFromOne ? one : other;
        return new Span(low.low(), low.lowOpen(), high.high(), high.highOpen());
    }

    /// The answer to an input of that key, as the input takes it.
    static Answer taken(List<? extends Input> inputs, String key, Function<String, Answer> answers) {
        for (Input input : inputs) {
            if (input.key().equals(key)) {
                return input.taken(answers.apply(key));
            }
        }
        throw new IllegalStateException("'" + key + "' is read, but not declared");
    }
}
