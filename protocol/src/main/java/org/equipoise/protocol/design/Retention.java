package org.equipoise.protocol.design;

import java.time.LocalDate;

/// How long the essential records of a trial are kept (ICH E6(R3) Appendix C; Regulation (EU) 536/2014 article 58: 25
/// years).
///
/// @param years counted from the lock
public record Retention(int years) {
    /// The first day on which they need not be kept any longer.
    public LocalDate end(LocalDate locked) {
        return locked.plusYears(years);
    }
}
