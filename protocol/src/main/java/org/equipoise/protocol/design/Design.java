package org.equipoise.protocol.design;

import java.util.List;
import java.util.Optional;

/// The trial as designed: arms, schedule, regimen and randomisation.
///
/// @param encounters in the order of their days; last the visit of those who leave early, where there is one
public record Design(List<Arm> arms, List<Encounter> encounters, Regimen regimen, Randomization randomization) {
    public Design {
        arms = List.copyOf(arms);
        encounters = List.copyOf(encounters);
    }

    public Optional<Encounter> encounter(String id) {
        return encounters.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /// The planned visit that ends the study for those who complete it.
    public Encounter lastVisit() {
        return encounters.reversed().stream()
                .filter(e -> !e.isEarlyTermination())
                .findFirst()
                .orElseThrow();
    }

    /// The visit of those who leave early.
    public Optional<Encounter> earlyTermination() {
        return encounters.stream().filter(Encounter::isEarlyTermination).findFirst();
    }

    public List<Encounter> dispensing() {
        return encounters.stream()
                .filter(e -> e.activities().contains(Encounter.Activity.DISPENSING))
                .toList();
    }

    public Encounter randomizationVisit() {
        return encounters.stream()
                .filter(e -> e.activities().contains(Encounter.Activity.RANDOMIZATION))
                .findFirst()
                .orElseThrow();
    }

    /// Doses a participant is due in all.
    public int doses() {
        return dispensing().size() * regimen.doseDays().size();
    }

    /// The study day on which the last dose is planned.
    public int lastDosingDay() {
        return dispensing().getLast().day() + regimen.doseDays().getLast() - 1;
    }

    /// The cycle, counted from 0, that a dose belongs to; doses count from 1.
    public int cycleOf(int dose) {
        return (dose - 1) / regimen.doseDays().size();
    }

    /// Days from the cycle's dispensing visit to the dose.
    public int daysIntoCycle(int dose) {
        return regimen.doseDays().get((dose - 1) % regimen.doseDays().size()) - 1;
    }
}
