package org.equipoise.journal.event;

import java.time.LocalDate;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// Doses of investigational product, by their number in the regimen.
public sealed interface DosingEvent extends TrialEvent {

    record DoseGiven(ParticipantId participant, int dose, LocalDate planned, LocalDate given, KitNumber kit)
            implements DosingEvent {}

    record DoseMissed(ParticipantId participant, int dose, LocalDate planned, String reason) implements DosingEvent {}
}
