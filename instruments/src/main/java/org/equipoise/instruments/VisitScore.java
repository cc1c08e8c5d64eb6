package org.equipoise.instruments;

import java.util.function.Function;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;

/// A result that stands on the answers of one form. An earlier value that a definition needs is one more input.
public sealed interface VisitScore extends Scoring
        permits WeightedSum, Rating, Product, GradedThresholds, LicensedGrade {

    /// The result, from the answers by input: known, within limits, or unknown and why.
    Answer score(Function<String, Answer> answers);

    /// The type of an item that holds the result.
    ItemType type();
}
