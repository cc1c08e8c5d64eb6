package org.equipoise.journal.event;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.jspecify.annotations.Nullable;

/// Who was allocated, blindly, and at the end what was given to whom.
public sealed interface AllocationEvent extends TrialEvent {

    record ParticipantRandomized(ParticipantId participant, LocalDate date, String stratum, Sealed arm)
            implements AllocationEvent {}

    record KitDispensed(ParticipantId participant, String encounter, LocalDate date, KitNumber kit)
            implements AllocationEvent {}

    /// One participant's treatment was told in an emergency; taken over from the vault, which wrote it down when it
    /// occurred. The arm stays sealed.
    ///
    /// @param number of the code break in the vault's log, counting from 1
    /// @param to who was told
    /// @param reason under the participant's key; absent where the vault knows somebody whom the journal does not
    /// @param occurred microseconds since 1970-01-01T00:00:00Z
    record CodeBroken(
            ParticipantId participant,
            int number,
            String to,
            @Nullable Confidential reason,
            long occurred) implements AllocationEvent {}

    /// How far the vault's own log had come: it may only grow from here.
    record VaultAnchored(long entries, Digest root) implements AllocationEvent {}

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
