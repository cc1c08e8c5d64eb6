package org.equipoise.conduct.decision;

import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Page;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.language.identity.ParticipantId;

/// What changed between a person's look at the record and what the person now asks. A correction is in conflict with
/// another of the same items and with nothing else, a step in a participant's life with another such step: so what a
/// laboratory sends does not refuse the form that a nurse has open.
final class Conflict {
    private Conflict() {}

    /// @param seen the number of the last event the person had seen
    static Optional<Refusal> since(long seen, Setting setting, Command command) {
        return switch (command) {
            case Command.CorrectForm correction -> changed(seen, setting, correction);
            case Command.ConfirmEligibility c -> moved(seen, setting, c.participant());
            case Command.RandomizeParticipant c -> moved(seen, setting, c.participant());
            case Command.DispenseKit c -> moved(seen, setting, c.participant());
            case Command.ReplaceKit c -> moved(seen, setting, c.participant());
            case Command.RecordDose c -> moved(seen, setting, c.participant());
            case Command.RecordMissedDose c -> moved(seen, setting, c.participant());
            case Command.CompleteParticipant c -> moved(seen, setting, c.participant());
            case Command.DiscontinueParticipant c -> moved(seen, setting, c.participant());
            case Command.RenewConsent c -> moved(seen, setting, c.participant());
            case Command.WithdrawConsent c -> moved(seen, setting, c.participant());
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> changed(long seen, Setting setting, Command.CorrectForm correction) {
        Optional<Page> page = setting.participant(correction.participant())
                .map(Participant::book)
                .map(book -> book.page(correction.encounter(), correction.form(), correction.entry()));
        List<String> items = page.stream()
                .flatMap(now ->
                        correction.changes().stream().map(ItemChange::item).filter(item -> now.changedAt(item) > seen))
                .toList();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.ChangedMeanwhile(correction.form(), correction.encounter(), items));
    }

    private static Optional<Refusal> moved(long seen, Setting setting, ParticipantId id) {
        return setting.participant(id)
                .filter(_ -> setting.state().movedAt(id) > seen)
                .map(now -> new Refusal.MovedMeanwhile(id, now.standing()));
    }
}
