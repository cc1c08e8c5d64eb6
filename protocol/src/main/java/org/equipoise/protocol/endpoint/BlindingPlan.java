package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Label;

/// How it is told whether treatments could be guessed.
///
/// @param clue the kind of adverse event ([AdverseEventPlan.Kind]) whose entries, counted, are the guess of someone who
/// sees nothing else
public record BlindingPlan(List<Guess> guesses, Optional<String> clue, BigDecimal confidence) {
    public BlindingPlan {
        guesses = List.copyOf(guesses);
    }

    /// Who was asked, where the answer stands, and which arm each answer names; an answer that names none is "do not
    /// know".
    public record Guess(String id, Label label, ItemName item, String at, Map<String, String> arms) {
        public Guess {
            arms = Map.copyOf(arms);
        }
    }
}
