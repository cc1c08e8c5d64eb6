package org.equipoise.rehearsal.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.rehearsal.course.Entry;
import org.equipoise.rehearsal.course.Person;

/// A person as the staff know them: an identifier, whatever kits they were handed, and what was left out of their
/// forms. What is in a kit only the body learns.
final class VirtualParticipant {
    private final ParticipantId id;
    private final Person person;
    private final Map<Integer, KitNumber> kits = new LinkedHashMap<>();
    private final Map<String, List<Entry>> obtainable = new LinkedHashMap<>();
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
    }

    /// Takes a dose: nature tells the body which arm code the kit holds, and the effects what that is worth.
    void take(int cycle, LocalDate date, World world) {
        KitNumber kit = kits.get(cycle);
        if (kit != null) {
            ArmCode code = world.nature().substance(kit);
            person.take(date, world.effects().getOrDefault(code, 0.0));
        }
    }

    void remember(String page, List<Entry> values) {
        if (!values.isEmpty()) {
            obtainable.put(page, values);
        }
    }

    /// Values that were forgotten and can still be had, by `encounter/form` in the order of filling in; asked for once.
    Map<String, List<Entry>> obtain() {
        Map<String, List<Entry>> all = new LinkedHashMap<>(obtainable);
        obtainable.clear();
        return all;
    }
}
