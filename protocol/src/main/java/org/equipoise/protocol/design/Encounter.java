package org.equipoise.protocol.design;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A visit: its study day, its window, and what is done.
///
/// @param day study day: day 1 is the day of randomisation, there is no day 0, screening days are negative; for the
///     visit of those who leave early, the first day that no planned visit can be on
/// @param before how many days earlier the visit may be
/// @param after how many days later the visit may be
/// @param notOnDosingDay whether the visit must not fall on a day on which a dose is planned
public record Encounter(
        String id,
        Label label,
        int day,
        int before,
        int after,
        List<String> forms,
        Set<Activity> activities,
        boolean notOnDosingDay) {
    public Encounter {
        forms = List.copyOf(forms);
        activities = Set.copyOf(activities);
    }

    /// What is done at a visit besides filling in forms.
    public enum Activity {
        RANDOMIZATION,
        DISPENSING,
        EARLY_TERMINATION
    }

    public boolean isScreening() {
        return day < 0;
    }

    /// Whether this is the last visit of those who leave early, which has no planned day.
    public boolean isEarlyTermination() {
        return activities.contains(Activity.EARLY_TERMINATION);
    }

    /// The planned date, counted from the date of day 1.
    public LocalDate planned(LocalDate dayOne) {
        return dayOne.plusDays(day > 0 ? day - 1 : day);
    }
}
