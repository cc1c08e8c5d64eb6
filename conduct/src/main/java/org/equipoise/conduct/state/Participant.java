package org.equipoise.conduct.state;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.SupplyEvent.KitReplaced;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// Where a participant stands. Each state is a type, so that what may be done in it is what its type offers: only
/// an [Eligible] participant can be randomised.
public sealed interface Participant {
    ParticipantId id();

    LocalDate consented();

    CaseBook book();

    /// Gave consent; eligibility not yet decided.
    record Screening(ParticipantId id, LocalDate consented, CaseBook book) implements Participant {}

    /// Every criterion was met on the date.
    record Eligible(ParticipantId id, LocalDate consented, CaseBook book, LocalDate confirmed) implements Participant {}

    /// Allocated, blindly. Doses up to `lastDose` are recorded, given or missed.
    record Randomized(
            ParticipantId id,
            LocalDate consented,
            CaseBook book,
            LocalDate dayOne,
            Map<String, Handed> kits,
            int lastDose)
            implements Participant {}

    /// No longer in the study, and how that came about. What was recorded stays and can be corrected until the lock.
    record Ended(ParticipantId id, LocalDate consented, CaseBook book, Standing how) implements Participant {}

    default Standing standing() {
        return switch (this) {
            case Screening _ -> Standing.IN_SCREENING;
            case Eligible _ -> Standing.ELIGIBLE;
            case Randomized _ -> Standing.RANDOMIZED;
            case Ended(var _, var _, var _, var how) -> how;
        };
    }

    static Participant entering(ConsentGiven event) {
        return new Screening(event.participant(), event.date(), CaseBook.EMPTY);
    }

    /// The state after an event. An event that does not fit the state is an error in the journal, never skipped.
    static Participant after(Participant now, TrialEvent event, long seq) {
        return switch (event) {
            case VisitRecorded visit -> now.withBook(now.book().with(visit));
            case FormEvent form -> now.withBook(now.book().with(form, seq));
            case QueryEvent query -> now.withBook(now.book().with(query));
            case ReportingClockStarted clock -> now.withBook(now.book().with(clock));
            case EligibilityConfirmed(var _, var date, var _)
            when now instanceof Screening s -> new Eligible(s.id(), s.consented(), s.book(), date);
            case ScreeningFailed _ when now instanceof Screening -> now.ended(Standing.SCREENING_FAILED);
            case ParticipantRandomized(var _, var date, var _, var _)
            when now instanceof Eligible e -> new Randomized(e.id(), e.consented(), e.book(), date, Map.of(), 0);
            case KitDispensed kit when now instanceof Randomized r -> dispensed(r, kit);
            case KitReplaced replaced when now instanceof Randomized r -> replaced(r, replaced);
            case DoseGiven(var _, var dose, var _, var _, var _) when now instanceof Randomized r -> dosed(r, dose);
            case DoseMissed(var _, var dose, var _, var _, var _) when now instanceof Randomized r -> dosed(r, dose);
            case ConsentRenewed _ when !(now instanceof Ended) -> now;
            case ConsentWithdrawn _ when !(now instanceof Ended) -> now.ended(Standing.CONSENT_WITHDRAWN);
            case ParticipantCompleted _ when now instanceof Randomized -> now.ended(Standing.COMPLETED);
            case ParticipantDiscontinued _ when now instanceof Randomized -> now.ended(Standing.DISCONTINUED);
            default ->
                throw new IllegalStateException(event + " cannot follow when a participant is " + now.standing());
        };
    }

    private Participant withBook(CaseBook book) {
        return switch (this) {
            case Screening s -> new Screening(s.id(), s.consented(), book);
            case Eligible e -> new Eligible(e.id(), e.consented(), book, e.confirmed());
            case Randomized r -> new Randomized(r.id(), r.consented(), book, r.dayOne(), r.kits(), r.lastDose());
            case Ended e -> new Ended(e.id(), e.consented(), book, e.how());
        };
    }

    private Participant ended(Standing how) {
        return new Ended(id(), consented(), book(), how);
    }

    /// The kit that somebody has of a visit, and the day from which doses are counted.
    record Handed(LocalDate date, KitNumber kit) {}

    private static Participant dispensed(Randomized r, KitDispensed kit) {
        Map<String, Handed> kits = new LinkedHashMap<>(r.kits());
        if (kits.putIfAbsent(kit.encounter(), new Handed(kit.date(), kit.kit())) != null) {
            throw new IllegalStateException(kit + " cannot follow: a kit is dispensed at this visit already");
        }
        return new Randomized(r.id(), r.consented(), r.book(), r.dayOne(), kits, r.lastDose());
    }

    /// Doses go on being counted from the day of the first kit.
    private static Participant replaced(Randomized r, KitReplaced replaced) {
        Map<String, Handed> kits = new LinkedHashMap<>(r.kits());
        Handed before = kits.get(replaced.encounter());
        if (before == null || !before.kit().equals(replaced.kit())) {
            throw new IllegalStateException(replaced + " cannot follow: the participant has no such kit");
        }
        kits.put(replaced.encounter(), new Handed(before.date(), replaced.by()));
        return new Randomized(r.id(), r.consented(), r.book(), r.dayOne(), kits, r.lastDose());
    }

    private static Participant dosed(Randomized r, int dose) {
        if (dose <= r.lastDose()) {
            throw new IllegalStateException("dose " + dose + " cannot follow dose " + r.lastDose());
        }
        return new Randomized(r.id(), r.consented(), r.book(), r.dayOne(), r.kits(), dose);
    }
}
