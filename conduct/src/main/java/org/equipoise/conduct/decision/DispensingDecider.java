package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Kit;
import org.equipoise.conduct.state.Kit.Stands;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.SupplyEvent.KitReturned;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Encounter;

/// Handing kits to a randomised participant at a dispensing visit, and taking them back. Where kits are counted, only
/// one on the shelf of the participant's site will do, in date until it is used up.
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
        return kit(setting, participant.id(), command.encounter(), command.date())
                .map(kit -> Decision.that(new KitDispensed(participant.id(), command.encounter(), command.date(), kit)))
                .orElseGet(() -> noKit(setting, participant.id()));
    }

    static Decision decide(Setting setting, Participant participant, Command.ReplaceKit command) {
        if (setting.study().design().supply().isEmpty()) {
            return Decision.no(new Refusal.KitsNotCounted());
        }
        if (!(participant instanceof Participant.Randomized randomized)) {
            return Decision.no(new Refusal.NotRandomized(participant.id(), participant.standing()));
        }
        Participant.Handed before = randomized.kits().get(command.encounter());
        if (before == null) {
            return Decision.no(new Refusal.NoKitOfVisit(command.encounter()));
        }
        if (command.reason().isBlank()) {
            return Decision.no(new Refusal.ReasonMissing());
        }
        if (command.date().isBefore(before.date())) {
            return Decision.no(new Refusal.BeforeLastStep(command.date(), before.date()));
        }
        return OwnWords.of(command.reason()).decide(_ -> replaced(setting, participant, before.kit(), command));
    }

    private static Decision replaced(
            Setting setting, Participant participant, KitNumber before, Command.ReplaceKit command) {
        ParticipantId id = participant.id();
        return setting.desk()
                .replace(id, before, shelf(setting, id, command.encounter(), command.date()))
                .map(kit -> Decision.that(new KitReplaced(
                        id,
                        command.encounter(),
                        command.date(),
                        before,
                        kit,
                        setting.conceal(id, "reason", command.reason()))))
                .orElseGet(() -> noKit(setting, id));
    }

    static Decision decide(Setting setting, Participant participant, Command.ReturnKit command) {
        Optional<Kit> kit = setting.state()
                .stock()
                .kit(command.kit())
                .filter(handed -> handed.stands() == Stands.DISPENSED
                        && handed.participant().equals(Optional.of(participant.id())));
        if (kit.isEmpty()) {
            return Decision.no(new Refusal.KitNotWithParticipant(command.kit(), participant.id()));
        }
        int doses = setting.study().design().regimen().doseDays().size();
        if (command.left() < 0 || command.left() > doses) {
            return Decision.no(new Refusal.MoreLeftThanGiven(command.kit(), command.left(), doses));
        }
        return command.date().isBefore(kit.get().since())
                ? Decision.no(
                        new Refusal.BeforeLastStep(command.date(), kit.get().since()))
                : Decision.that(new KitReturned(participant.id(), command.kit(), command.date(), command.left()));
    }

    private static Optional<KitNumber> kit(
            Setting setting, ParticipantId participant, String encounter, LocalDate date) {
        return setting.study().design().supply().isEmpty()
                ? Optional.of(setting.desk().dispense(participant, encounter))
                : setting.desk().dispense(participant, encounter, shelf(setting, participant, encounter, date));
    }

    /// What may be handed out at the participant's site on a day, and lasts until it is used up.
    static SortedSet<KitNumber> shelf(Setting setting, ParticipantId participant, String encounter, LocalDate date) {
        Design design = setting.study().design();
        String site = setting.state().site(participant).orElseThrow();
        return setting.state().stock().available(site, date, date.plusDays(design.daysOfUse(encounter)));
    }

    static Decision noKit(Setting setting, ParticipantId participant) {
        return Decision.no(
                new Refusal.NoKitAtSite(setting.state().site(participant).orElseThrow()));
    }
}
