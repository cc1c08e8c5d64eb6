package org.equipoise.protocol.check;

import java.util.List;
import org.equipoise.language.expression.Condition;
import org.equipoise.protocol.design.Label;

/// An edit check: judged when one of its forms is submitted or corrected, at that visit or for that entry. Where it is
/// TRUE a data query is raised; nothing is refused, since what was observed may be true.
///
/// @param on the forms it is judged for: forms of visits, or one log
/// @param queryTo the role that is asked
/// @param deviation whether what fires it is a protocol deviation, unless a correction takes it back
/// @param certainty published, derived, proposed or unknown
public record Check(
        String id,
        List<String> on,
        Condition firesWhen,
        Label message,
        String queryTo,
        boolean deviation,
        String certainty) {
    public Check {
        on = List.copyOf(on);
    }
}
