package org.equipoise.instruments;

import java.math.BigDecimal;
import java.util.List;
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

    /// A number in a unit, from one possible value to another, both included.
    record Number(String key, Unit unit, BigDecimal from, BigDecimal to, String definition) implements Input {
        @Override
        public ItemType.Amount type() {
            return new ItemType.Amount(unit, possible());
        }

        @Override
        public Answer taken(Answer answer) {
            return switch (answer) {
                case Answer.Known(Value.Amount _), Answer.Bounded _ when meets(answer.span(), possible()) -> answer;
                case Answer.Known _, Answer.Bounded _ -> new Answer.Unknown("not a possible " + key);
                case Answer.Unknown unknown -> unknown;
            };
        }

        private Span possible() {
            return new Span(from, false, to, false);
        }

        private static boolean meets(Span one, Span other) {
            return one.lessThan(other) != Truth.TRUE && other.lessThan(one) != Truth.TRUE;
        }
    }

    /// One of a list of codes.
    record Code(String key, List<String> codes, String definition) implements Input {
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
}
