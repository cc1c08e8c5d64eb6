package org.equipoise.rehearsal.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.models.Model;

/// What a rehearsal assumes of bodies, participants and staff.
///
/// @param effects what one dose of each arm is worth to the body, by arm
/// @param perWeek how many people are screened a week, on average
/// @param visitJitterDays by how many days a visit may miss its planned day
/// @param missedDose probability that a dose is missed
/// @param discontinuationPerWeek hazard of leaving the study, per week
/// @param forgottenItem probability that an item is forgotten when a form is filled in
/// @param wrongEntry probability that an item is entered wrongly
/// @param observables form → the model's observable that answers it
/// @param assumptions everything above as read, for the report
public record RehearsalPlan(
        Model model,
        Map<String, Double> parameters,
        Map<String, Double> effects,
        LocalDate start,
        double perWeek,
        int visitJitterDays,
        double missedDose,
        double discontinuationPerWeek,
        double forgottenItem,
        double wrongEntry,
        Map<String, String> observables,
        List<Assumption> assumptions) {
    public RehearsalPlan {
        parameters = Map.copyOf(parameters);
        effects = Map.copyOf(effects);
        observables = Map.copyOf(observables);
        assumptions = List.copyOf(assumptions);
    }

    /// The same plan in a world where the treatment makes no difference.
    public RehearsalPlan withoutEffect() {
        Map<String, Double> none = new HashMap<>(effects);
        none.replaceAll((arm, amount) -> 0.0);
        return new RehearsalPlan(
                model,
                parameters,
                none,
                start,
                perWeek,
                visitJitterDays,
                missedDose,
                discontinuationPerWeek,
                forgottenItem,
                wrongEntry,
                observables,
                assumptions);
    }
}
