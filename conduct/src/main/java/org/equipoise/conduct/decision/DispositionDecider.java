package org.equipoise.conduct.decision;

import java.util.List;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.Participant;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.protocol.design.Encounter;

/// How a randomised participant leaves the study: completed with the last visit, or discontinued with a reason.
final class DispositionDecider {
    private DispositionDecider() {}

    static Decision decide(Setting setting, Participant participant, Command.CompleteParticipant command) {
        if (!(participant instanceof Participant.Randomized)) {
            return Decision.no(new Refusal.NotRandomized(participant.id(), participant.standing()));
        }
        Encounter last = setting.study().design().lastVisit();
        return participant.book().visit(last.id()).isPresent()
                ? Decision.that(new ParticipantCompleted(participant.id(), command.date()))
                : Decision.no(new Refusal.VisitsOutstanding(List.of(last.id())));
    }

    static Decision decide(Setting setting, Participant participant, Command.DiscontinueParticipant command) {
        if (!(participant instanceof Participant.Randomized)) {
            return Decision.no(new Refusal.NotRandomized(participant.id(), participant.standing()));
        }
        return OwnWords.of(command.verbatim())
                .decide(words -> command.reason() == DispositionEvent.Reason.OTHER && words.isBlank()
                        ? Decision.no(new Refusal.OtherUnsaid())
                        : Decision.that(new ParticipantDiscontinued(
                                participant.id(),
                                command.date(),
                                command.reason(),
                                words.concealed(setting, participant.id(), "verbatim"))));
    }
}
