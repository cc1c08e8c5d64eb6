package org.equipoise.language.value;

/// What the record can say about one item: its value, the limits it lies within, or nothing yet.
public sealed interface Answer {

    record Known(Value value) implements Answer {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// A number reported as beyond a limit of measurement (`<0.15`), or a score some of whose items are missing.
    record Bounded(Span span) implements Answer {
        @Override
        public String toString() {
            return span.toString();
        }
    }

    /// Not known, and why: not recorded, not done, too old.
    record Unknown(String why) implements Answer {
        @Override
        public String toString() {
            return "unknown (" + why + ")";
        }
    }

    /// The numbers the answer allows; everything when it is unknown.
    default Span span() {
        return switch (this) {
            case Known(Value.Amount(var decimal)) -> Span.of(decimal);
            case Known(Value.Day(var date)) -> date.days();
            case Bounded(var span) -> span;
            case Known(Value.Code code) -> throw new IllegalStateException(code + " is a code, not a quantity");
            case Unknown _ -> Span.EVERYTHING;
        };
    }
}
