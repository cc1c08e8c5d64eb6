package org.equipoise.instruments;

import java.util.List;

/// A published way of measuring, in one version: what it asks, how the answers are scored, where it comes from and
/// on what terms it may be used. Scores of two versions are never compared.
public record Instrument(
        String id,
        String version,
        String title,
        String license,
        List<Source> sources,
        List<Convention> conventions,
        Scoring scoring) {

    /// A publication the instrument rests on.
    public record Source(String citation, Certainty certainty) {}

    /// A point on which published versions differ, and what this version takes.
    public record Convention(String key, String taken, Certainty certainty) {}

    public Instrument {
        sources = List.copyOf(sources);
        conventions = List.copyOf(conventions);
    }

    /// What the instrument asks, in its own order.
    public List<Input> inputs() {
        return scoring.inputs();
    }
}
