package org.equipoise.protocol.eligibility;

import java.util.OptionalInt;
import org.equipoise.language.expression.Condition;
import org.equipoise.protocol.design.Label;

/// An eligibility criterion: an inclusion criterion must hold, an exclusion criterion must not.
///
/// @param windowDays how old, in days, an answer may be when it is judged; older ones count as unknown
public record Criterion(String id, Kind kind, Label text, Condition holds, OptionalInt windowDays) {

    public enum Kind {
        INCLUSION,
        EXCLUSION
    }
}
