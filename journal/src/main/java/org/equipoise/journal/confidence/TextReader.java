package org.equipoise.journal.confidence;

import java.util.Optional;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;

/// Reads concealed texts, as far as somebody lent it the keys.
@FunctionalInterface
public interface TextReader {
    /// Has no keys: every text is withheld.
    TextReader WITHOUT_KEYS = (_, _, _) -> new Reading.Withheld();

    Reading read(ParticipantId participant, TextPlace place, Confidential concealed);

    /// Reads with the keys there are; whoever has none any longer was erased.
    static TextReader with(PersonalKeys keys) {
        return (participant, place, concealed) -> keys.find(participant)
                .<Reading>map(key -> new Reading.Told(key.read(place, concealed)))
                .orElseGet(Reading.Erased::new);
    }

    /// What came of reading a text.
    sealed interface Reading {
        record Told(String text) implements Reading {}

        /// The reader has no keys.
        record Withheld() implements Reading {}

        /// The key is gone, and the text with it.
        record Erased() implements Reading {}

        default Optional<String> told() {
            return this instanceof Told(var text) ? Optional.of(text) : Optional.empty();
        }

        /// The text, or in brackets why there is none.
        default Optional<String> orWhyNot() {
            return told().or(() -> absence().map(why -> "(" + why + ")"));
        }

        /// Why there is no text: a word for a table.
        default Optional<String> absence() {
            return switch (this) {
                case Told _ -> Optional.empty();
                case Withheld _ -> Optional.of("withheld");
                case Erased _ -> Optional.of("erased");
            };
        }
    }
}
