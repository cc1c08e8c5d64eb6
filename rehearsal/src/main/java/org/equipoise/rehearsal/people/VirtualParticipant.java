package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.LogEntry;
import org.equipoise.rehearsal.course.Person;

/// A person as the staff know them: an identifier, whatever kits they were handed, and what is wrong with their forms.
/// What is in a kit only the body learns.
final class VirtualParticipant {
    private final ParticipantId id;
    private final Person person;
    private final Map<Integer, KitNumber> kits = new LinkedHashMap<>();
    private final Map<KitNumber, Integer> atHome = new LinkedHashMap<>();
    private final Map<Place, List<Entry>> obtainable = new LinkedHashMap<>();
    private final Map<Place, List<Entry>> mistakes = new LinkedHashMap<>();
    private final Map<LogEntry, LocalDate> goingOn = new LinkedHashMap<>();
    private long steps;

    VirtualParticipant(ParticipantId id, Person person) {
        this.id = id;
        this.person = person;
    }

    ParticipantId id() {
        return id;
    }

    Person person() {
        return person;
    }

    long nextStep() {
        return steps++;
    }

    /// The first kit also says which background the person turns out to have.
    void receive(int cycle, KitNumber kit, World world) {
        if (kits.isEmpty() && !world.backgrounds().isEmpty()) {
            person.turnsOut(world.backgrounds().getOrDefault(world.nature().substance(kit), Map.of()));
        }
        kits.put(cycle, kit);
        atHome.put(kit, 0);
    }

    /// Takes a dose: nature tells the body which arm code the kit holds, and the effects what that is worth.
    void take(int cycle, LocalDate date, World world) {
        KitNumber kit = kits.get(cycle);
        if (kit != null) {
            atHome.merge(kit, 1, Integer::sum);
            ArmCode code = world.nature().substance(kit);
            person.take(date, world.effects().getOrDefault(code, 0.0));
        }
    }

    /// The kits that were not brought back yet, each with the doses taken from it.
    Map<KitNumber, Integer> bringBack() {
        Map<KitNumber, Integer> all = new LinkedHashMap<>(atHome);
        atHome.clear();
        return all;
    }

    /// Values that were left out of a page and can still be had.
    void remember(Place place, List<Entry> values) {
        if (!values.isEmpty()) {
            obtainable.put(place, values);
        }
    }

    /// Everything that was left out, in the order of filling in; asked for once.
    Map<Place, List<Entry>> obtain() {
        Map<Place, List<Entry>> all = new LinkedHashMap<>(obtainable);
        obtainable.clear();
        return all;
    }

    /// A page holds wrong entries, which should be these.
    void err(Place place, List<Entry> right) {
        if (!right.isEmpty()) {
            mistakes.put(place, right);
        }
    }

    /// The pages with wrong entries, in the order of filling in.
    List<Place> mistaken() {
        return new ArrayList<>(mistakes.keySet());
    }

    /// What should stand on a page instead, asked for once.
    List<Entry> corrections(Place place) {
        List<Entry> right = mistakes.remove(place);
        return right == null ? List.of() : right;
    }

    void goesOn(LogEntry entry, LocalDate since) {
        goingOn.put(entry, since);
    }

    /// The entries that are over by now, and when each was written down as going on.
    Map<LogEntry, LocalDate> over(LocalDate date) {
        Map<LogEntry, LocalDate> over = new LinkedHashMap<>();
        goingOn.forEach((entry, since) -> {
            if (entry.isOver(date)) {
                over.put(entry, since);
            }
        });
        goingOn.keySet().removeAll(over.keySet());
        return over;
    }
}
