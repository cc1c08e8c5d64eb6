package org.equipoise.instruments;

/// How sure we are of a statement that an instrument makes about itself.
public enum Certainty {
    /// Checked against a public source.
    VERIFIED,
    /// Well known in the literature, not checked again.
    LITERATURE,
    /// Computed from other statements.
    DERIVED,
    /// A choice of ours.
    PROPOSED,
    /// Sources disagree or are silent.
    UNCERTAIN
}
