package org.equipoise.protocol.eligibility;

import java.util.Map;
import org.equipoise.language.expression.Condition;
import org.equipoise.protocol.design.Label;

/// An eligibility criterion: an inclusion criterion must hold, an exclusion criterion must not.
///
/// @param windows form → how old, in days, its answers may be when the criterion is judged; older ones count as
/// unknown,
/// and those of a form that is not listed do not age
public record Criterion(String id, Kind kind, Label text, Condition holds, Map<String, Integer> windows) {
    public Criterion {
        windows = Map.copyOf(windows);
    }

    public enum Kind {
        INCLUSION,
        EXCLUSION
    }
}
