package org.equipoise.rehearsal.people;

import java.util.Map;
import org.equipoise.conduct.desk.Nature;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.RehearsalPlan;

/// What surrounds a rehearsed trial: the study, what is assumed, chance, what a dose of each arm code is worth to a
/// body, and nature, who knows which
/// code a kit holds.
public record World(
        Study study,
        RehearsalPlan plan,
        Chances chances,
        Map<ArmCode, Double> effects,
        Nature nature,
        Witness witness) {
    public World {
        effects = Map.copyOf(effects);
    }
}
