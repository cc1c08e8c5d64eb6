package org.equipoise.journal.event;

import java.time.LocalDate;
import org.equipoise.language.identity.ParticipantId;

/// How a participant's time in the trial ended.
public sealed interface DispositionEvent extends TrialEvent {

    record ParticipantCompleted(ParticipantId participant, LocalDate date) implements DispositionEvent {}

    record ParticipantDiscontinued(ParticipantId participant, LocalDate date, String reason)
            implements DispositionEvent {}
}
