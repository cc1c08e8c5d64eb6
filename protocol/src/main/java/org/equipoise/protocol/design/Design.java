package org.equipoise.protocol.design;

import java.util.List;
import java.util.Optional;

/// The trial as designed: arms, schedule, regimen and randomisation.
///
/// @param encounters in the order of their days; last the visit of those who leave early, where there is one
/// @param supply absent where nobody counts kits
public record Design(
        List<Arm> arms,
        List<Encounter> encounters,
        Regimen regimen,
        Randomization randomization,
        Optional<Supply> supply) {
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

    /// How many days a kit may be needed after it is handed out at a visit: to the last day of the next such visit, or
    /// to the last dose.
    public int daysOfUse(String encounter) {
        List<Encounter> visits = dispensing();
        int longest = regimen.doseDays().getLast() - 1;
        for (int i = 0; i < visits.size() - 1; i++) {
            if (visits.get(i).id().equals(encounter)) {
                Encounter next = visits.get(i + 1);
                longest = Math.max(
                        longest, next.day() + next.after() - visits.get(i).day());
            }
        }
        return longest;
    }

    /// The longest time of use of any kit.
    public int longestUse() {
        return dispensing().stream()
                .mapToInt(visit -> daysOfUse(visit.id()))
                .max()
                .orElse(0);
    }

    /// Days from the cycle's dispensing visit to the dose.
    public int daysIntoCycle(int dose) {
        return regimen.doseDays().get((dose - 1) % regimen.doseDays().size()) - 1;
    }
}
