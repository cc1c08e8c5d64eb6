package org.equipoise.protocol.safety;

import java.math.BigDecimal;
import java.util.List;
import org.equipoise.language.expression.Condition;

/// A Bayesian rule of stopping: alert when the rate of counted events exceeds `rate` with probability above
/// `certainty`, given a beta prior. It is for the board and the independent statistician, never for the blinded.
///
/// @param arm the arm whose participants are counted
/// @param log the log whose entries are counted
/// @param counted which entries count
/// @param priorEvents the first parameter of the beta prior
/// @param priorOthers the second
/// @param looks after how many participants it is judged
public record StoppingRule(
        String arm,
        String log,
        Condition counted,
        BigDecimal priorEvents,
        BigDecimal priorOthers,
        BigDecimal rate,
        BigDecimal certainty,
        List<Integer> looks) {
    public StoppingRule {
        looks = List.copyOf(looks);
    }
}
