package org.equipoise.journal.event;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// Who was allocated, blindly, and at the end what was given to whom.
public sealed interface AllocationEvent extends TrialEvent {

    record ParticipantRandomized(ParticipantId participant, LocalDate date, String stratum, Sealed arm)
            implements AllocationEvent {}

    record KitDispensed(ParticipantId participant, String encounter, LocalDate date, KitNumber kit)
            implements AllocationEvent {}

    /// The reveal of all: the opening of the commitment, and every participant's arm.
    record TreatmentsRevealed(
            String authorizedBy, String reason, String opening, List<ArmNamed> arms, List<Assignment> assignments)
            implements AllocationEvent {}

    /// What was sealed of one participant, opened together with the treatments.
    record SealedItemsOpened(ParticipantId participant, List<OpenedItem> items) implements AllocationEvent {}

    /// The value of the item change cited as `seq.ordinal`.
    record OpenedItem(long seq, int ordinal, String value) {}

    record ArmNamed(ArmCode code, String arm) {}

    record Assignment(ParticipantId participant, ArmCode code) {}
}
