package org.equipoise.rehearsal.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is assumed at one site: of bodies, participants, staff and assessors.
///
/// @param parameters of the model
/// @param drift by which a parameter moves with calendar time, on the log scale, per year from the start
public record Circumstances(
        Map<String, Double> parameters,
        Map<String, Double> drift,
        Participation participants,
        Diligence staff,
        List<Slant> assessments) {
    private static final double DAYS_IN_A_YEAR = 365.25;

    public Circumstances {
        parameters = Map.copyOf(parameters);
        drift = Map.copyOf(drift);
        assessments = List.copyOf(assessments);
    }

    /// The parameters of a body that enters on a day.
    public Map<String, Double> parametersOn(LocalDate start, LocalDate day) {
        if (drift.isEmpty()) {
            return parameters;
        }
        double years = ChronoUnit.DAYS.between(start, day) / DAYS_IN_A_YEAR;
        Map<String, Double> drifted = new HashMap<>(parameters);
        drift.forEach(
                (name, rate) -> drifted.computeIfPresent(name, (_, value) -> value * StrictMath.exp(rate * years)));
        return drifted;
    }
}
