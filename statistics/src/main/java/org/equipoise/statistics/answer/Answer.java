package org.equipoise.statistics.answer;

/// What comes back from a question: the value found, or the reason why the data cannot give one.
///
/// A question that cannot be answered is a type, so that no NaN travels to a table.
public sealed interface Answer<T> {
    /// The data determine the value.
    record Found<T>(T value) implements Answer<T> {}

    /// The data do not determine it.
    record NotEstimable<T>(String method, Reason reason) implements Answer<T> {}
}
