package org.equipoise.protocol.endpoint;

import java.math.BigDecimal;

/// How one estimand is estimated.
///
/// @param reference the arm the others are compared with
/// @param confidence of the interval, as 0.95
public record Analysis(
        String id, Estimand estimand, Endpoint endpoint, Method method, String reference, BigDecimal confidence) {

    /// The methods by their names in an analysis plan.
    public enum Method {
        /// Cochran–Mantel–Haenszel test, Mantel–Haenszel risk difference, stratified Miettinen–Nurminen interval;
        /// a missing response counts as non-response.
        MANTEL_HAENSZEL_RISK_DIFFERENCE,
        /// Difference of means adjusted for the strata by least squares, with its t interval; participants without the
        /// change are left out.
        STRATIFIED_MEAN_DIFFERENCE
    }
}
