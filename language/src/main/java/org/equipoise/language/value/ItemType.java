package org.equipoise.language.value;

import java.util.List;
import java.util.Optional;

/// What kind of value an item takes, and how a text entered for it is read.
public sealed interface ItemType {

    /// A decimal in a unit, with the closed range of values that can occur at all.
    record Amount(Unit unit, Span possible) implements ItemType {}

    /// One of a list of codes.
    record Code(List<String> codes) implements ItemType {
        public Code {
            codes = List.copyOf(codes);
        }
    }

    /// A date, possibly partial.
    record Day() implements ItemType {}

    /// Words of somebody's own, as long as the form allows. No condition reads them.
    ///
    /// @param longest in characters
    record Text(int longest) implements ItemType {}

    /// The answer a text stands for; empty when the text cannot be a value of this type. A number may be entered as
    /// beyond a limit of
    /// measurement: `<0.15`, `>800`, `<=5`, `>=90`.
    default Optional<Answer> read(String text) {
        return switch (this) {
            case Amount _ -> text.startsWith("<") || text.startsWith(">") ? limit(text) : number(text);
            case Code(var codes) ->
                codes.contains(text) ? Optional.of(new Answer.Known(new Value.Code(text))) : Optional.empty();
            case Day _ -> PartialDate.read(text).map(date -> new Answer.Known(new Value.Day(date)));
            case Text(var longest) ->
                text.isBlank() || text.codePointCount(0, text.length()) > longest
                        ? Optional.empty()
                        : Optional.of(new Answer.Unknown("free text"));
        };
    }

    private static Optional<Answer> number(String text) {
        return Decimals.read(text).map(decimal -> new Answer.Known(new Value.Amount(decimal)));
    }

    private static Optional<Answer> limit(String text) {
        boolean open = text.length() < 2 || text.charAt(1) != '=';
        return Decimals.read(text.substring(open ? 1 : 2))
                .map(at -> text.charAt(0) == '<' ? Span.below(at, open) : Span.above(at, open))
                .map(Answer.Bounded::new);
    }
}
