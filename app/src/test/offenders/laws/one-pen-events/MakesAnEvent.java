package org.equipoise.rehearsal;

import java.time.LocalDate;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.language.identity.ParticipantId;

final class MakesAnEvent {
    ConsentWithdrawn withdrawn(ParticipantId participant, LocalDate date) {
        return new ConsentWithdrawn(participant, date, null);
    }
}
