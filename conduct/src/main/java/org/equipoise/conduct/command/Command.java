package org.equipoise.conduct.command;

import java.time.LocalDate;
import java.util.List;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.PrivacyEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// A request to the trial. It may be refused.
public sealed interface Command {

    /// Opens the study and its sites, activates the protocol and binds the allocation.
    record OpenStudy(StudyEvent.Mode mode) implements Command {}

    /// Activates the next version of the protocol, which the ethics committee has approved.
    ///
    /// @param protocol the hash of the amended protocol
    /// @param approval by what it was approved
    record ActivateAmendment(Digest protocol, String approval) implements Command {}

    /// Someone gave consent at a site and enters screening under the next identifier.
    record RecordConsent(String site, LocalDate date, String version) implements Command {}

    /// A participant consented again, to the version of the protocol in force.
    ///
    /// @param version of the text that was signed
    record RenewConsent(ParticipantId participant, LocalDate date, String version) implements Command {}

    /// A participant takes consent back.
    ///
    /// @param verbatim why, where the participant says so
    record WithdrawConsent(
            ParticipantId participant,
            LocalDate date,
            @Nullable String verbatim) implements Command {}

    record RecordVisit(ParticipantId participant, String encounter, LocalDate date) implements Command {}

    /// A form at a visit, or the next entry of a log: then the encounter is [FormEvent#LOG].
    record SubmitForm(ParticipantId participant, String encounter, String form, List<ItemChange> entries)
            implements Command {}

    /// Changes what stands on a form, for a reason.
    ///
    /// @param entry the entry of a log; 0 at a visit
    record CorrectForm(
            ParticipantId participant,
            String encounter,
            String form,
            int entry,
            String reason,
            List<ItemChange> changes)
            implements Command {
        /// At a visit.
        public CorrectForm(
                ParticipantId participant, String encounter, String form, String reason, List<ItemChange> changes) {
            this(participant, encounter, form, 0, reason, changes);
        }
    }

    record AnswerQuery(ParticipantId participant, int query, QueryEvent.Answer answer) implements Command {}

    /// The monitor accepts the answer.
    record CloseQuery(ParticipantId participant, int query) implements Command {}

    /// Judges every criterion on what is recorded up to the date.
    record ConfirmEligibility(ParticipantId participant, LocalDate date) implements Command {}

    record RandomizeParticipant(ParticipantId participant, LocalDate date) implements Command {}

    record DispenseKit(ParticipantId participant, String encounter, LocalDate date) implements Command {}

    record RecordDose(ParticipantId participant, int dose, LocalDate date) implements Command {}

    /// A dose was not given on its day.
    ///
    /// @param verbatim what is to be said beyond the reason
    record RecordMissedDose(
            ParticipantId participant,
            int dose,
            DosingEvent.Reason reason,
            @Nullable String verbatim) implements Command {
        public RecordMissedDose(ParticipantId participant, int dose, DosingEvent.Reason reason) {
            this(participant, dose, reason, null);
        }
    }

    record CompleteParticipant(ParticipantId participant, LocalDate date) implements Command {}

    /// Someone leaves before the end.
    ///
    /// @param verbatim what is to be said beyond the reason
    record DiscontinueParticipant(
            ParticipantId participant,
            LocalDate date,
            DispositionEvent.Reason reason,
            @Nullable String verbatim) implements Command {
        public DiscontinueParticipant(ParticipantId participant, LocalDate date, DispositionEvent.Reason reason) {
            this(participant, date, reason, null);
        }
    }

    /// Closes the record: no form can be changed from here on.
    ///
    /// @param acceptingOpenQueries whether unsettled queries are accepted, which the statement then says
    record LockStudy(String statement, boolean acceptingOpenQueries) implements Command {
        /// With every query settled.
        public LockStudy(String statement) {
            this(statement, false);
        }
    }

    record RevealTreatments(String reason) implements Command {}

    /// Makes unreadable, for ever, what is written of a participant under their key.
    record EraseParticipant(ParticipantId participant, PrivacyEvent.Ground ground) implements Command {}
}
