package org.equipoise.rehearsal.people;

import java.util.Map;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.course.Person;

/// What surrounds a rehearsed trial: the study, what is assumed, chance, what a dose of each arm code is worth to a
/// body and who happens to be allocated to it, and nature, who knows which code a kit holds.
///
/// @param backgrounds parameters of the bodies that happen to be allocated to an arm code
public record World(
        Person.Setting setting,
        Map<ArmCode, Double> effects,
        Map<ArmCode, Map<String, Double>> backgrounds,
        Nature nature,
        Witness witness) {
    public World {
        effects = Map.copyOf(effects);
        backgrounds = Map.copyOf(backgrounds);
    }

    public Study study() {
        return setting.places().study();
    }
}
