package org.equipoise.conduct.decision;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.language.identity.ParticipantId;

/// Decides any command: who may give it, whether the study is in a state for it, and then the decider of its concept.
public final class Decider {
    private final Setting setting;

    public Decider(Setting setting) {
        this.setting = setting;
    }

    /// Decides a command on the state as it is.
    ///
    /// @param now microseconds since 1970-01-01T00:00:00Z, the time at which the decision will be journalled
    public Decision decide(Role role, String actor, long now, Command command) {
        return decide(role, actor, now, Long.MAX_VALUE, command);
    }

    /// Decides a command of someone who saw the record up to an event.
    public Decision decide(Role role, String actor, long now, long seen, Command command) {
        Set<Role> allowed = Role.of(command);
        if (!allowed.contains(role)) {
            return Decision.no(new Refusal.NotYourRole(role, command.getClass()));
        }
        boolean opening = command instanceof Command.OpenStudy;
        if (!opening && !setting.state().isOpen()) {
            return Decision.no(new Refusal.StudyNotOpen());
        }
        if (setting.state().isLocked() && !opening && !isAfterTheLock(command)) {
            return Decision.no(new Refusal.StudyIsLocked());
        }
        Optional<Refusal> conflict = Conflict.since(seen, setting, command);
        if (conflict.isPresent()) {
            return Decision.no(conflict.get());
        }
        return switch (command) {
            case Command.SubmitForm c ->
                with(c.participant(), command, (here, p) -> new FormDecider(here, role, now).decide(p, c));
            case Command.CorrectForm c ->
                with(c.participant(), command, (here, p) -> new FormDecider(here, role, now).decide(p, c));
            case Command.AnswerQuery c -> with(c.participant(), command, (_, p) -> QueryDecider.decide(role, p, c));
            case Command.CloseQuery c -> with(c.participant(), command, (_, p) -> QueryDecider.decide(p, c));
            case Command.EraseParticipant c -> ErasureDecider.decide(setting.inForce(), now, c);
            default -> decide(actor, command);
        };
    }

    private static boolean isAfterTheLock(Command command) {
        return command instanceof Command.AuthorizeReveal
                || command instanceof Command.RevealTreatments
                || command instanceof Command.TakeOverCodeBreaks
                || command instanceof Command.EraseParticipant;
    }

    private Decision decide(String actor, Command command) {
        return switch (command) {
            case Command.OpenStudy open -> StudyDecider.decide(setting.inForce(), open);
            case Command.ActivateAmendment amendment -> AmendmentDecider.decide(setting.inForce(), amendment);
            case Command.LockStudy lock -> StudyDecider.decide(setting, lock);
            case Command.AuthorizeReveal authorize -> RevealDecider.decide(setting.inForce(), authorize);
            case Command.RevealTreatments reveal -> RevealDecider.decide(setting.inForce(), actor, reveal);
            case Command.TakeOverCodeBreaks _ -> VaultDecider.takeOver(setting);
            case Command.RecordConsent consent -> ConsentDecider.decide(setting.inForce(), consent);
            case Command.RenewConsent c ->
                with(c.participant(), command, (here, p) -> ConsentDecider.decide(here, p, c));
            case Command.WithdrawConsent c ->
                with(c.participant(), command, (here, p) -> ConsentDecider.decide(here, p, c));
            case Command.RecordVisit c -> with(c.participant(), command, (here, p) -> VisitDecider.decide(here, p, c));
            case Command.SubmitForm _,
                    Command.CorrectForm _,
                    Command.AnswerQuery _,
                    Command.CloseQuery _,
                    Command.EraseParticipant _ ->
                throw new IllegalStateException(command.getClass().getSimpleName() + " is decided by role or time");
            case Command.ConfirmEligibility c ->
                with(c.participant(), command, (here, p) -> EligibilityDecider.decide(here, p, c));
            case Command.RandomizeParticipant c ->
                with(c.participant(), command, (here, p) -> RandomizationDecider.decide(here, p, c));
            case Command.DispenseKit c ->
                with(c.participant(), command, (here, p) -> DispensingDecider.decide(here, p, c));
            case Command.ReplaceKit c ->
                with(c.participant(), command, (here, p) -> DispensingDecider.decide(here, p, c));
            case Command.ReturnKit c ->
                with(c.participant(), command, (here, p) -> DispensingDecider.decide(here, p, c));
            case Command.LabelKits c -> ShippingDecider.decide(setting.inForce(), c);
            case Command.ShipKits c -> ShippingDecider.decide(setting.inForce(), c);
            case Command.RecordArrival c -> ShippingDecider.decide(setting.inForce(), c);
            case Command.CheckShipment c -> ShippingDecider.decide(setting.inForce(), c);
            case Command.QuarantineKits c -> new StockDecider(setting).decide(c);
            case Command.ReleaseKits c -> new StockDecider(setting).decide(c);
            case Command.WithdrawKits c -> new StockDecider(setting).decide(c);
            case Command.DestroyKits c -> new StockDecider(setting).decide(actor, c);
            case Command.ReportKitsLost c -> new StockDecider(setting).decide(c);
            case Command.RecordDose c -> with(c.participant(), command, (here, p) -> DosingDecider.decide(here, p, c));
            case Command.RecordMissedDose c ->
                with(c.participant(), command, (here, p) -> DosingDecider.decide(here, p, c));
            case Command.CompleteParticipant c ->
                with(c.participant(), command, (here, p) -> DispositionDecider.decide(here, p, c));
            case Command.DiscontinueParticipant c ->
                with(c.participant(), command, (here, p) -> DispositionDecider.decide(here, p, c));
        };
    }

    /// Decides what is about one participant, under the version of the protocol that applies to them.
    private Decision with(ParticipantId id, Command command, BiFunction<Setting, Participant, Decision> decider) {
        Optional<Participant> participant = setting.participant(id);
        if (participant.isEmpty()) {
            return Decision.no(new Refusal.UnknownParticipant(id));
        }
        Optional<Refusal> first = Reconsent.before(setting, id, command);
        return first.isPresent()
                ? Decision.no(first.get())
                : Reconsent.told(setting, id, command, decider.apply(setting.of(id), participant.get()));
    }
}
