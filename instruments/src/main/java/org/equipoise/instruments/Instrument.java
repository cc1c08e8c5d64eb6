package org.equipoise.instruments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A published way of measuring, in one version: what it asks, how the answers are scored, where it comes from and
/// on what terms it may be used. Scores of two versions are never compared.
///
/// @param variantOf the instrument that this one differs from only in what its own file says
/// @param use whether results may count in a trial; they may unless said otherwise
/// @param lookBack how far back what it asks about may lie
/// @param undecided what a reader might expect it to decide, and it does not
/// @param scores its results by name, in its own order
public record Instrument(
        String id,
        String version,
        String title,
        String license,
        Optional<String> variantOf,
        Optional<Use> use,
        Optional<LookBack> lookBack,
        List<Source> sources,
        List<Convention> conventions,
        List<String> undecided,
        Map<String, Scoring> scores) {

    /// What results may be used for.
    public enum Use {
        DEMONSTRATION
    }

    /// A window that ends on the day of the visit. Where it is longer than the time since the first dose, the score is
    /// in part one of the time before treatment.
    public record LookBack(int days, Certainty certainty) {}

    /// A publication the instrument rests on.
    public record Source(String citation, Certainty certainty) {}

    /// A point on which published versions differ, and what this version takes.
    public record Convention(String key, String taken, Certainty certainty) {}

    public Instrument {
        sources = List.copyOf(sources);
        conventions = List.copyOf(conventions);
        undecided = List.copyOf(undecided);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("an instrument without a score measures nothing");
        }
    }

    public Optional<Scoring> score(String name) {
        return Optional.ofNullable(scores.get(name));
    }

    /// Its score, where it has only one.
    public Optional<Scoring> onlyScore() {
        return scores.size() == 1 ? scores.values().stream().findFirst() : Optional.empty();
    }
}
