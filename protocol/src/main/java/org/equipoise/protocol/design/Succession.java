package org.equipoise.protocol.design;

import java.util.Set;

/// How an amended version of a protocol takes over from the one before it while people are in the trial.
///
/// @param reconsent who has to consent again before it applies to them
/// @param why for which reason they have to, or need not
/// @param retires what is given up on purpose although the record holds it: a visit, a form, or an item as `form.item`
public record Succession(Reconsent reconsent, String why, Set<String> retires) {
    public Succession {
        retires = Set.copyOf(retires);
    }

    /// Of those who are still in the trial; whoever comes later consents to the amended version anyway.
    public enum Reconsent {
        ALL,
        /// Everyone for whom the version they follow still plans treatment.
        IN_TREATMENT,
        NONE
    }

    /// Whether someone has to consent again.
    ///
    /// @param design what they follow now
    /// @param visited the visits they came to
    public boolean asks(Design design, Set<String> visited) {
        return switch (reconsent) {
            case ALL -> true;
            case IN_TREATMENT ->
                design.encounters().stream()
                        .filter(encounter -> visited.contains(encounter.id()))
                        .noneMatch(encounter -> encounter.day() > design.lastDosingDay());
            case NONE -> false;
        };
    }
}
