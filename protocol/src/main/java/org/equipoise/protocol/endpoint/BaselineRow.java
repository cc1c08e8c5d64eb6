package org.equipoise.protocol.endpoint;

import java.util.Optional;
import org.equipoise.language.identity.ItemName;
import org.equipoise.protocol.design.Label;

/// One line of the baseline table: an item or score at a visit before treatment.
///
/// @param code the one code to count, where the others go without saying
public record BaselineRow(
        Label label, ItemName item, String at, Show show, Optional<String> code, Optional<String> unit) {

    public enum Show {
        /// Mean and standard deviation.
        MEAN,
        /// Median with the smallest and largest value.
        MEDIAN,
        /// How many have each code, or the one code named.
        COUNT
    }
}
