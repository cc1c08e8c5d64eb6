package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.equipoise.protocol.design.Label;

/// How one estimand is estimated, at one visit or at several.
///
/// @param at visits of the endpoint, in the order of the schedule
/// @param reference the arm the others are compared with
/// @param confidence of the interval, as 0.95
/// @param drawing for methods that draw
public record Analysis(
        String id,
        Optional<Label> label,
        Estimand estimand,
        Endpoint endpoint,
        List<String> at,
        AnalysisSet set,
        Role role,
        Method method,
        Missing missing,
        String reference,
        BigDecimal confidence,
        Optional<Drawing> drawing) {
    public Analysis {
        at = List.copyOf(at);
    }

    /// What a method that draws is given: fixed in the plan, so that nobody can draw until the answer pleases.
    public record Drawing(long seed, int draws) {}

    /// What the answer is for.
    public enum Role {
        PRIMARY,
        SECONDARY,
        /// The primary question again, under other assumptions.
        SENSITIVITY,
        EXPLORATORY
    }

    /// How a response that could not be evaluated is counted; a number that is missing is always left out.
    public enum Missing {
        NON_RESPONSE,
        RESPONSE,
        LEFT_OUT
    }

    /// The methods by their names in an analysis plan.
    public enum Method {
        /// Cochran–Mantel–Haenszel test, Mantel–Haenszel risk difference, stratified Miettinen–Nurminen interval.
        MANTEL_HAENSZEL_RISK_DIFFERENCE(true, false),
        /// The same test statistic against the sequences that the procedure could have produced.
        RE_RANDOMIZATION(true, true),
        /// Missing responses drawn many times, the differences pooled by Rubin's rules.
        MULTIPLE_IMPUTATION(true, true),
        /// Every way in which the missing responses could have fallen.
        TIPPING_POINT(true, false),
        /// Pearson's chi-square test and Newcombe's interval, the strata ignored.
        PEARSON(true, false),
        /// Fisher's exact test, the strata ignored.
        FISHER(true, false),
        /// Difference of means adjusted for the strata by least squares, with its t interval.
        STRATIFIED_MEAN_DIFFERENCE(false, false),
        /// Means and medians of the groups, nothing compared.
        DESCRIPTION(false, false);

        private final boolean ofResponses;
        private final boolean drawing;

        Method(boolean ofResponses, boolean drawing) {
            this.ofResponses = ofResponses;
            this.drawing = drawing;
        }

        /// Whether it takes a response, and not a number.
        public boolean isOfResponses() {
            return ofResponses;
        }

        /// Whether it needs random numbers.
        public boolean isDrawing() {
            return drawing;
        }
    }
}
