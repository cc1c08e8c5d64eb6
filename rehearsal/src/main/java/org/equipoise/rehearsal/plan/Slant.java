package org.equipoise.rehearsal.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.language.identity.ItemName;

/// How what an assessor writes departs from what there is to see: a bias, and not a slip.
///
/// @param items what is assessed so
/// @param visits at which visits; at all of them where none is named
/// @param where only where another item of the same day shows a code, such as what the assessor guesses
public record Slant(String id, Set<ItemName> items, Set<String> visits, Optional<Where> where, Change change) {
    public Slant {
        items = Set.copyOf(items);
        visits = Set.copyOf(visits);
    }

    public record Where(ItemName item, String code) {}

    /// What becomes of the answer.
    public sealed interface Change {
        /// A number is shifted, and stays within what the item allows.
        record Added(double amount) implements Change {}

        /// A code is written for another, with a probability.
        record Turned(Map<String, String> codes, double probability) implements Change {
            public Turned {
                codes = Map.copyOf(codes);
            }
        }
    }

    public boolean isAt(String encounter) {
        return visits.isEmpty() || visits.contains(encounter);
    }

    static Optional<ItemName> name(String text) {
        List<String> parts = List.of(text.split("\\."));
        return parts.size() == 2 ? Optional.of(new ItemName(parts.getFirst(), parts.getLast())) : Optional.empty();
    }
}
