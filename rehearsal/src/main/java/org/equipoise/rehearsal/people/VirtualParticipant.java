package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.models.Body;

/// Someone who takes part in a rehearsal: a body, a planned first day, and whatever kits they were handed. What is in a
/// kit only the body learns.
final class VirtualParticipant {
    private final long number;
    private final ParticipantId id;
    private final Body body;
    private final LocalDate dayOne;
    private final Map<Integer, KitNumber> kits = new LinkedHashMap<>();
    private final Map<String, List<ItemChange>> obtainable = new LinkedHashMap<>();
    private LocalDate lastSeen;
    private long steps;
    private boolean gone;

    VirtualParticipant(long number, ParticipantId id, Body body, LocalDate dayOne, LocalDate seen) {
        this.number = number;
        this.id = id;
        this.body = body;
        this.dayOne = dayOne;
        this.lastSeen = seen;
    }

    long number() {
        return number;
    }

    ParticipantId id() {
        return id;
    }

    LocalDate dayOne() {
        return dayOne;
    }

    long nextStep() {
        return steps++;
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }

    /// Weeks since the last visit.
    double weeksSinceSeen(LocalDate date) {
        double weeks = ChronoUnit.DAYS.between(lastSeen, date) / 7.0;
        lastSeen = date;
        return weeks;
    }

    void receive(int cycle, KitNumber kit) {
        kits.put(cycle, kit);
    }

    /// Takes a dose: nature tells the body which arm code the kit holds, and the effects what that is worth.
    void take(int cycle, LocalDate date, Nature nature, Map<ArmCode, Double> effects) {
        KitNumber kit = kits.get(cycle);
        if (kit != null) {
            body.dose(day(date), effects.getOrDefault(nature.substance(kit), 0.0));
        }
    }

    Map<String, String> observe(String observable, LocalDate date) {
        return body.observe(observable, day(date));
    }

    /// Study days as the body counts them: the day of randomisation is 0.
    private double day(LocalDate date) {
        return ChronoUnit.DAYS.between(dayOne, date);
    }

    void remember(String page, List<ItemChange> values) {
        if (!values.isEmpty()) {
            obtainable.put(page, values);
        }
    }

    /// Values that were forgotten and can still be had, by `encounter/form` in the order of filling in; asked for once.
    Map<String, List<ItemChange>> obtain() {
        Map<String, List<ItemChange>> all = new LinkedHashMap<>(obtainable);
        obtainable.clear();
        return all;
    }
}
