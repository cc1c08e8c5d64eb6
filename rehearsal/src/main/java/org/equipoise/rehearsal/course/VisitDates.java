package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.rehearsal.plan.Participation;
import org.equipoise.statistics.random.RandomStream;

/// On which days someone comes: within a few days of the plan, or after the window, but always in the order of the
/// schedule.
final class VisitDates {
    private final Person person;
    private final Participation habits;
    private final List<Encounter> encounters;
    private final Places places;
    private final Set<LocalDate> dosingDays = new HashSet<>();
    private LocalDate last;

    VisitDates(Person person) {
        this.places = person.places();
        this.person = person;
        this.habits = person.here().participants();
        this.encounters = places.encounters();
        this.last = person.dayOne();
        planDoses(encounters.get(places.dayOne()), last);
    }

    /// A cycle follows its actual first day.
    private void planDoses(Encounter encounter, LocalDate date) {
        if (places.cycle(encounter) >= 0) {
            places.design().regimen().doseDays().forEach(day -> dosingDays.add(date.plusDays(day - 1L)));
        }
    }

    /// The date of the next visit; to be asked in the order of the schedule.
    LocalDate next(Encounter encounter) {
        LocalDate date = encounter.planned(person.dayOne()).plusDays(offset(encounter));
        LocalDate latest = latest(encounter);
        date = date.isAfter(latest) ? latest : date;
        date = date.isAfter(last) ? date : last.plusDays(1);
        while (encounter.notOnDosingDay() && dosingDays.contains(date)) {
            date = date.plusDays(1);
        }
        last = date;
        planDoses(encounter, date);
        return date;
    }

    private long offset(Encounter encounter) {
        RandomStream stream = person.chances().stream(person.number(), "visit", encounter.day());
        int jitter = habits.visitJitterDays();
        int within = Math.clamp(stream.index(2 * jitter + 1) - (long) jitter, -encounter.before(), encounter.after());
        return habits.lateVisit() > 0 && stream.bernoulli(habits.lateVisit())
                ? encounter.after() + 1L + stream.index(Math.max(1, habits.lateVisitDays()))
                : within;
    }

    /// The day before the next visit's window opens, or the visit's own plan where windows touch.
    private LocalDate latest(Encounter encounter) {
        if (places.isLast(encounter)) {
            return LocalDate.MAX;
        }
        Encounter next = encounters.get(places.encounter(encounter.id()) + 1);
        LocalDate own = encounter.planned(person.dayOne()).plusDays(encounter.after());
        LocalDate before = next.planned(person.dayOne()).minusDays(next.before() + 1L);
        return before.isAfter(own) ? before : own;
    }
}
