package org.equipoise.rehearsal.plan;

import java.util.Map;
import java.util.Optional;
import org.equipoise.language.identity.ItemName;

/// What is assumed of the people who take part: when they come, what they miss, when they leave.
///
/// @param perWeek how many people are screened a week, on average
/// @param visitJitterDays by how many days a visit may miss its planned day, within its window
/// @param lateVisit probability that a visit comes after its window
/// @param lateVisitDays how many days after it, at most
/// @param missedVisit probability that a visit is not held at all
/// @param missedVisitByFeeling what one unit of feeling worse than at baseline adds to the log odds of that
/// @param missedDose probability that a dose is missed
/// @param missedDoseInAdverseEvent probability that a dose is missed while an adverse event goes on
/// @param discontinuationPerWeek hazard of leaving the study, per week
/// @param discontinuationByFeeling what one unit of feeling worse adds to the logarithm of that hazard
/// @param discontinuationByAdverseEvent what an adverse event since the last visit adds to it
/// @param earlyTerminationVisit probability that someone who leaves comes once more
/// @param feels the item whose change since baseline is how people feel
/// @param suffers the log of adverse events
public record Participation(
        double perWeek,
        int visitJitterDays,
        double lateVisit,
        int lateVisitDays,
        double missedVisit,
        double missedVisitByFeeling,
        double missedDose,
        double missedDoseInAdverseEvent,
        double discontinuationPerWeek,
        double discontinuationByFeeling,
        double discontinuationByAdverseEvent,
        double earlyTerminationVisit,
        Optional<ItemName> feels,
        Optional<String> suffers) {

    static Participation of(Map<String, Double> numbers, Optional<ItemName> feels, Optional<String> suffers) {
        return new Participation(
                numbers.getOrDefault("per-week", 1.0),
                numbers.getOrDefault("visit-jitter-days", 0.0).intValue(),
                numbers.getOrDefault("late-visit", 0.0),
                numbers.getOrDefault("late-visit-days", 1.0).intValue(),
                numbers.getOrDefault("missed-visit", 0.0),
                numbers.getOrDefault("missed-visit-by-feeling", 0.0),
                numbers.getOrDefault("missed-dose", 0.0),
                numbers.getOrDefault("missed-dose-in-adverse-event", 0.0),
                numbers.getOrDefault("discontinuation-per-week", 0.0),
                numbers.getOrDefault("discontinuation-by-feeling", 0.0),
                numbers.getOrDefault("discontinuation-by-adverse-event", 0.0),
                numbers.getOrDefault("early-termination-visit", 0.0),
                feels,
                suffers);
    }

    /// Whether anything depends on how people feel.
    public boolean heedsFeeling() {
        return feels.isPresent() && (missedVisitByFeeling != 0 || discontinuationByFeeling != 0);
    }

    /// Whether anything depends on adverse events.
    public boolean heedsAdverseEvents() {
        return suffers.isPresent() && (missedDoseInAdverseEvent != 0 || discontinuationByAdverseEvent != 0);
    }
}
