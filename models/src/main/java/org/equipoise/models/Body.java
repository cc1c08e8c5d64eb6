package org.equipoise.models;

import java.util.List;

/// One virtual person.
///
/// Days are numbers: study day 1 begins at 0.0, the day before it at -1.0. What is seen belongs to the whole
/// study day, as it was before that day's doses: the same text whenever, however often and in whatever order
/// one looks.
public interface Body {
    /// Gives a dose, in the model's unit; an empty one is a dose too. No earlier than the last dose, nor than a day
    /// already looked at: a dose in the past would rewrite what was seen.
    void dose(double day, double amount);

    /// Item id → the text that a person would enter, rounded as the item usually is.
    Answers observe(String observable, double day);

    /// What began on the whole days from one up to, but not with, another, in the order of days: a look at that other
    /// day, and at all that the doses before it did.
    default List<Occurrence> occurrences(double fromDay, double toDay) {
        return List.of();
    }

    /// How much more this person is inclined to leave on a day than at the beginning: a factor on whatever hazard to
    /// leave is assumed. It may depend on what nobody records, the activity of that very day.
    default double inclinationToLeave(double day) {
        return 1;
    }
}
