package org.equipoise.datasets;

import java.util.Optional;

/// One column of a data set.
///
/// @param cdisc the variable of SDTM or ADaM that holds the same, where there is one; `--` stands for a domain
public record Column(String name, String label, Kind kind, Optional<String> cdisc) {

    /// How the texts of a column are to be read.
    public enum Kind {
        TEXT,
        /// One of a closed list of words, or several of them with spaces between.
        CODE,
        DATE,
        DECIMAL,
        INTEGER
    }

    static Column of(String name, String label, Kind kind) {
        return new Column(name, label, kind, Optional.empty());
    }

    static Column of(String name, String label, Kind kind, String cdisc) {
        return new Column(name, label, kind, Optional.of(cdisc));
    }
}
