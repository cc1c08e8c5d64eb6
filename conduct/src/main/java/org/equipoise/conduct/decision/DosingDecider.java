package org.equipoise.conduct.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.protocol.design.Design;

/// Recording doses. A cycle follows its actual first day: its doses are counted from the visit that dispensed the kit.
/// A dose is given on
/// its day or missed, never made up the next day.
final class DosingDecider {
    private DosingDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.RecordDose command) {
        return decide(
                setting,
                participant,
                command.dose(),
                (kit, planned) -> planned.equals(command.date())
                        ? Decision.that(
                                new DoseGiven(participant.id(), command.dose(), planned, command.date(), kit.kit()))
                        : Decision.no(new Refusal.DoseNotOnItsDay(command.dose(), planned, command.date())));
    }

    static Decision decide(Setting setting, Participant participant, Command.RecordMissedDose command) {
        return decide(
                setting,
                participant,
                command.dose(),
                (kit, planned) -> OwnWords.of(command.verbatim())
                        .decide(words -> command.reason() == DosingEvent.Reason.OTHER && words.isBlank()
                                ? Decision.no(new Refusal.OtherUnsaid())
                                : Decision.that(new DoseMissed(
                                        participant.id(),
                                        command.dose(),
                                        planned,
                                        command.reason(),
                                        words.concealed(setting, participant.id(), "verbatim")))));
    }

    private interface OnItsDay {
        Decision decide(Participant.Handed kit, LocalDate planned);
    }

    private static Decision decide(Setting setting, Participant participant, int dose, OnItsDay decision) {
        if (!(participant instanceof Participant.Randomized randomized)) {
            return Decision.no(new Refusal.NotRandomized(participant.id(), participant.standing()));
        }
        Design design = setting.study().design();
        if (dose < 1 || dose > design.doses()) {
            return Decision.no(new Refusal.UnknownDose(dose, design.doses()));
        }
        if (dose <= randomized.lastDose()) {
            return Decision.no(new Refusal.DoseAlreadyRecorded(dose));
        }
        String visit = design.dispensing().get(design.cycleOf(dose)).id();
        return Optional.ofNullable(randomized.kits().get(visit))
                .map(kit -> decision.decide(kit, kit.date().plusDays(design.daysIntoCycle(dose))))
                .orElseGet(() -> Decision.no(new Refusal.NoKitForDose(dose)));
    }
}
