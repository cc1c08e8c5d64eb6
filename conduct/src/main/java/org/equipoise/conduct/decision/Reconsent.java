package org.equipoise.conduct.decision;

import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.ItemFault;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.language.identity.ParticipantId;

/// What someone who has not yet consented to the version in force must consent to first: whatever only that version
/// has, and every step into the trial. All else goes on under the version they follow.
final class Reconsent {
    private Reconsent() {}

    /// A step into the trial is taken under the version in force or not at all.
    static Optional<Refusal> before(Setting setting, ParticipantId id, Command command) {
        boolean intoTheTrial =
                command instanceof Command.ConfirmEligibility || command instanceof Command.RandomizeParticipant;
        return intoTheTrial && setting.state().waits(id)
                ? Optional.of(first(setting.state(), id, command))
                : Optional.empty();
    }

    /// The decision, with a better reason where something is declined that the version in force has.
    static Decision told(Setting setting, ParticipantId id, Command command, Decision decision) {
        return decision instanceof Decision.Declined(var refusal)
                        && setting.state().waits(id)
                        && isAsked(setting.versions().inForce().index(), command, refusal)
                ? Decision.no(first(setting.state(), id, command))
                : decision;
    }

    private static Refusal first(TrialState state, ParticipantId id, Command command) {
        return new Refusal.ReconsentFirst(id, state.version(id), state.protocol(), command.getClass());
    }

    private static boolean isAsked(StudyIndex inForce, Command command, Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownEncounter(var encounter) -> inForce.visit(encounter) != null;
            case Refusal.FormNotAtVisit(var form, var encounter) -> isPlanned(inForce, form, encounter);
            case Refusal.ItemsNotAccepted(var faults) -> isAsked(inForce, command, faults);
            default -> false;
        };
    }

    private static boolean isPlanned(StudyIndex inForce, String form, String encounter) {
        StudyIndex.FormEntry entry = inForce.find(form);
        StudyIndex.Visit visit = inForce.visit(encounter);
        return encounter.equals(FormEvent.LOG)
                ? entry != null && entry.form().rules().log()
                : visit != null && visit.forms().contains(form);
    }

    private static boolean isAsked(StudyIndex inForce, Command command, List<ItemFault> faults) {
        StudyIndex.FormEntry entry = switch (command) {
            case Command.SubmitForm submission -> inForce.find(submission.form());
            case Command.CorrectForm correction -> inForce.find(correction.form());
            default -> null;
        };
        return entry != null
                && faults.stream()
                        .anyMatch(fault -> fault instanceof ItemFault.UnknownItem(var item)
                                && entry.form().item(item).isPresent());
    }
}
