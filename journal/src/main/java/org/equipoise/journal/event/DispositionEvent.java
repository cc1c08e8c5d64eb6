package org.equipoise.journal.event;

import java.time.LocalDate;
import java.util.Locale;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// How a participant's time in the trial ended.
public sealed interface DispositionEvent extends TrialEvent {

    record ParticipantCompleted(ParticipantId participant, LocalDate date) implements DispositionEvent {}

    /// Someone left before the end.
    ///
    /// @param verbatim what was said of it beyond the reason
    record ParticipantDiscontinued(
            ParticipantId participant,
            LocalDate date,
            Reason reason,
            @Nullable Confidential verbatim) implements DispositionEvent {}

    /// Why someone leaves before the end, in the words of CDISC's codelist NCOMPLT (C66727), so that it can be counted.
    enum Reason {
        ADVERSE_EVENT,
        DEATH,
        LACK_OF_EFFICACY,
        LOST_TO_FOLLOW_UP,
        NON_COMPLIANCE_WITH_STUDY_DRUG,
        OTHER,
        PHYSICIAN_DECISION,
        PREGNANCY,
        PROGRESSIVE_DISEASE,
        PROTOCOL_DEVIATION,
        RECOVERY,
        SITE_TERMINATED_BY_SPONSOR,
        STUDY_TERMINATED_BY_SPONSOR,
        TECHNICAL_PROBLEMS,
        WITHDRAWAL_BY_PARTICIPANT;

        /// The reason as a study writes it: `lost-to-follow-up`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
