package org.equipoise.journal.event;

import java.time.LocalDate;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Doses of investigational product, by their number in the regimen.
public sealed interface DosingEvent extends TrialEvent {

    record DoseGiven(ParticipantId participant, int dose, LocalDate planned, LocalDate given, KitNumber kit)
            implements DosingEvent {}

    /// A dose was not given on its day, and never will be.
    ///
    /// @param verbatim what was said of it beyond the reason
    record DoseMissed(
            ParticipantId participant,
            int dose,
            LocalDate planned,
            Reason reason,
            @Nullable Confidential verbatim) implements DosingEvent {}

    /// Why a dose was missed, so that it can be counted.
    enum Reason {
        ADVERSE_EVENT,
        DID_NOT_COME,
        FORGOTTEN,
        KIT_NOT_AVAILABLE,
        OTHER,
        PARTICIPANT_DECISION,
        PHYSICIAN_DECISION
    }
}
