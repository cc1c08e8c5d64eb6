package org.equipoise.journal.event;

import java.time.LocalDate;
import org.equipoise.language.identity.ParticipantId;

/// Visits that took place, with the window that applied on the day.
public sealed interface VisitEvent extends TrialEvent {

    record VisitRecorded(
            ParticipantId participant,
            String encounter,
            LocalDate date,
            LocalDate earliest,
            LocalDate latest,
            boolean inWindow)
            implements VisitEvent {}
}
