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
import org.equipoise.language.identity.KitNumber;
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

    /// A kit that was handed out for a visit cannot be used; another takes its place.
    record ReplaceKit(ParticipantId participant, String encounter, LocalDate date, String reason) implements Command {}

    /// A participant brings a kit back.
    ///
    /// @param left doses left in it
    record ReturnKit(ParticipantId participant, KitNumber kit, LocalDate date, int left) implements Command {}

    /// Kits are labelled and stand at a depot: so many and of such a shelf life as the study says.
    record LabelKits(String depot, LocalDate date) implements Command {}

    /// What a site needs is sent from its depot, if it needs something.
    record ShipKits(String site, LocalDate date) implements Command {}

    /// A shipment has come, and so many kits were counted.
    record RecordArrival(int shipment, LocalDate date, int counted) implements Command {}

    /// The kits of a shipment were looked at one by one, and the temperatures of the way read from its logger.
    ///
    /// @param coldest in °C
    /// @param warmest in °C
    /// @param damaged kits that came, but not whole
    /// @param missing kits that did not come
    record CheckShipment(
            int shipment,
            LocalDate date,
            String coldest,
            String warmest,
            List<KitNumber> damaged,
            List<KitNumber> missing)
            implements Command {}

    /// Keeps kits apart until it is decided whether they may be used.
    record QuarantineKits(String place, LocalDate date, String reason, List<KitNumber> kits) implements Command {}

    /// Decides that kits in quarantine may be used.
    record ReleaseKits(String place, LocalDate date, String reason, List<KitNumber> kits) implements Command {}

    /// Takes kits from use for good.
    record WithdrawKits(String place, LocalDate date, String reason, List<KitNumber> kits) implements Command {}

    /// Destroys kits before a witness.
    ///
    /// @param witness somebody else than who gives the command
    record DestroyKits(String place, LocalDate date, String witness, List<KitNumber> kits) implements Command {}

    record ReportKitsLost(String place, LocalDate date, String reason, List<KitNumber> kits) implements Command {}

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

    /// Someone says that the treatments may be revealed, and on what they rest.
    ///
    /// @param lock the hash of the leaf of the event that locked the study
    /// @param review the SHA-256 of the minutes of the blinded review
    /// @param plan the hash of the analysis plan
    record AuthorizeReveal(Digest lock, Digest review, Digest plan) implements Command {}

    /// Takes over from the vault the emergency code breaks that the journal does not hold yet.
    record TakeOverCodeBreaks() implements Command {}

    record RevealTreatments(String reason) implements Command {}

    /// Makes unreadable, for ever, what is written of a participant under their key.
    record EraseParticipant(ParticipantId participant, PrivacyEvent.Ground ground) implements Command {}
}
