package org.equipoise.models;

import java.util.SortedMap;

/// One virtual person.
///
/// Days are numbers: study day 1 begins at 0.0, the day before it at -1.0. What is seen belongs to the whole
/// study day, as it was before that day's doses: the same text whenever, however often and in whatever order
/// one looks.
public interface Body {
    /// Gives a dose, in the model's unit. No earlier than the last dose, nor than a day already looked at:
    /// a dose in the past would rewrite what was seen.
    void dose(double day, double amount);

    /// Item id → the text that a person would enter, rounded as the item usually is.
    SortedMap<String, String> observe(String observable, double day);
}
