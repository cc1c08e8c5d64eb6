package org.equipoise.journal.event;

import java.time.LocalDate;
import org.equipoise.language.identity.ParticipantId;

/// What happens to a participant's consent. Giving it is how someone enters screening.
public sealed interface ConsentEvent extends TrialEvent {

    record ConsentGiven(ParticipantId participant, String site, LocalDate date, String version)
            implements ConsentEvent {}

    record ConsentWithdrawn(ParticipantId participant, LocalDate date, String reason) implements ConsentEvent {}
}
