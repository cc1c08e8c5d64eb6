package org.equipoise.conduct.decision;

import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.protocol.design.Encounter;

/// Handing a kit to a randomised participant at a dispensing visit.
final class DispensingDecider {
    private DispensingDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.DispenseKit command) {
        if (!(participant instanceof Participant.Randomized randomized)) {
            return Decision.no(new Refusal.NotRandomized(participant.id(), participant.standing()));
        }
        if (setting.study().design().dispensing().stream().map(Encounter::id).noneMatch(command.encounter()::equals)) {
            return Decision.no(new Refusal.NoDispensingAtVisit(command.encounter()));
        }
        if (randomized
                .book()
                .visit(command.encounter())
                .filter(command.date()::equals)
                .isEmpty()) {
            return Decision.no(new Refusal.VisitNotRecorded(command.encounter()));
        }
        if (randomized.kits().containsKey(command.encounter())) {
            return Decision.no(new Refusal.KitAlreadyDispensed(command.encounter()));
        }
        return Decision.that(new KitDispensed(
                participant.id(),
                command.encounter(),
                command.date(),
                setting.desk().dispense(participant.id(), command.encounter())));
    }
}
