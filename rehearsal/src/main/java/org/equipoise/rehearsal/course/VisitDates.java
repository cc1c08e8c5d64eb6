package org.equipoise.rehearsal.course;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;
import org.equipoise.rehearsal.plan.Participation;
import org.equipoise.statistics.random.RandomStream;

/// On which days someone comes: within a few days of the plan, or after the window, but always in the order of the
/// schedule.
final class VisitDates {
    private final Person person;
    private final Participation habits;
    private final List<Encounter> encounters;
    private LocalDate last;

    VisitDates(Design design, Person person) {
        this.person = person;
        this.habits = person.here().participants();
        this.encounters = design.encounters();
        this.last = person.dayOne();
    }

    /// The date of the next visit; to be asked in the order of the schedule.
    LocalDate next(Encounter encounter) {
        LocalDate date = encounter.planned(person.dayOne()).plusDays(offset(encounter));
        LocalDate latest = latest(encounter);
        date = date.isAfter(latest) ? latest : date;
        last = date.isAfter(last) ? date : last.plusDays(1);
        return last;
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
        int place = encounters.indexOf(encounter);
        if (place + 1 == encounters.size()) {
            return LocalDate.MAX;
        }
        Encounter next = encounters.get(place + 1);
        LocalDate own = encounter.planned(person.dayOne()).plusDays(encounter.after());
        LocalDate before = next.planned(person.dayOne()).minusDays(next.before() + 1L);
        return before.isAfter(own) ? before : own;
    }
}
