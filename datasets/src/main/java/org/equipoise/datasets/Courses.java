package org.equipoise.datasets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.datasets.Course.Followed;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.AllocationEvent.CodeBroken;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentRenewed;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.StudyEvent.AmendmentActivated;
import org.equipoise.journal.event.SupplyEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ParticipantId;

/// The journal folded into one course for each participant who gave consent, as far as the reader may read it. Sealed
/// arms are not read; what else was sealed is, as far as the view knows it.
final class Courses {
    private final Plan plan;
    private final Reader reader;
    private final boolean revealed;
    private final Map<ParticipantId, Course> courses = new HashMap<>();
    private final List<Noted<CodeBroken>> unblindings = new ArrayList<>();

    /// @param revealed whether the view may know what was opened
    Courses(Plan plan, Reader reader, boolean revealed) {
        this.reader = reader;
        this.plan = plan;
        this.revealed = revealed;
    }

    void after(JournalledEvent journalled) {
        long seq = journalled.seq();
        switch (journalled.event()) {
            case AmendmentActivated amended ->
                amended.following()
                        .forEach(id -> of(id, seq)
                                .follows(new Followed(
                                        amended.number(), "without-asking", Optional.empty(), new Source.Event(seq))));
            case StudyEvent _,
                    SupplyEvent _,
                    KitDispensed _,
                    VaultAnchored _,
                    TreatmentsRevealed _,
                    PrivacyEvent _ -> {}
            case CodeBroken event -> broken(event, seq);
            case ConsentGiven given -> enter(new Noted<>(seq, given), journalled.protocol());
            case ConsentRenewed renewed ->
                of(renewed.participant(), seq)
                        .follows(new Followed(
                                journalled.protocol(),
                                "renewed-consent",
                                Optional.of(renewed.date()),
                                new Source.Event(seq)));
            case ConsentWithdrawn event -> of(event.participant(), seq).ended(Ending.of(seq, event));
            case EligibilityConfirmed event -> of(event.participant(), seq).judged(new Noted<>(seq, event));
            case ScreeningFailed event -> of(event.participant(), seq).judged(new Noted<>(seq, event));
            case ParticipantRandomized event -> of(event.participant(), seq).randomized(new Noted<>(seq, event));
            case VisitRecorded event -> of(event.participant(), seq).visited(new Noted<>(seq, event));
            case FormEvent event -> entered(event, seq);
            case QueryEvent event -> asked(event, seq);
            case ReportingClockStarted event -> started(event, seq);
            case DosingEvent event -> dosed(event, seq);
            case SealedItemsOpened event -> opened(event, seq);
            case ParticipantCompleted event -> of(event.participant(), seq).ended(Ending.of(seq, event));
            case ParticipantDiscontinued event -> of(event.participant(), seq).ended(Ending.of(seq, event));
        }
    }

    private void entered(FormEvent event, long seq) {
        if (reader.reads(event.form())) {
            of(event.participant(), seq).entered(seq, event);
        }
    }

    private void asked(QueryEvent query, long seq) {
        Course participant = of(query.participant(), seq);
        switch (query) {
            case QueryRaised event -> {
                if (reader.reads(event.form())) {
                    participant.asked(new Noted<>(seq, event));
                }
            }
            case QueryAnswered event ->
                participant.followed(event.query(), asked -> asked.answered(new Noted<>(seq, event)));
            case QueryClosed event ->
                participant.followed(event.query(), asked -> asked.closed(new Noted<>(seq, event)));
        }
    }

    private void started(ReportingClockStarted event, long seq) {
        if (reader.reads(event.form())) {
            of(event.participant(), seq).started(new Noted<>(seq, event));
        }
    }

    private void dosed(DosingEvent event, long seq) {
        if (reader.readsDoses()) {
            switch (event) {
                case DoseGiven given -> of(given.participant(), seq).dosed(given.dose(), new Noted<>(seq, given));
                case DoseMissed missed -> of(missed.participant(), seq).dosed(missed.dose(), new Noted<>(seq, missed));
            }
        }
    }

    /// Whom the vault allocated when the journal went away may never have come into it.
    private void broken(CodeBroken event, long seq) {
        if (reader.readsAll()) {
            Noted<CodeBroken> broken = new Noted<>(seq, event);
            unblindings.add(broken);
            Course known = courses.get(event.participant());
            if (known != null) {
                known.unblinded(broken);
            }
        }
    }

    private void opened(SealedItemsOpened event, long seq) {
        if (revealed) {
            of(event.participant(), seq).opened(seq, event);
        }
    }

    private void enter(Noted<ConsentGiven> given, int version) {
        Course entering = new Course(plan, reader, given);
        entering.follows(
                new Followed(version, "consent", Optional.of(given.event().date()), given.source()));
        if (courses.put(given.event().participant(), entering) != null) {
            throw new IllegalStateException("event " + given.seq() + " enters a participant who exists");
        }
    }

    private Course of(ParticipantId participant, long seq) {
        Course known = courses.get(participant);
        if (known == null) {
            throw new IllegalStateException("event " + seq + " comes before the consent of " + participant);
        }
        return known;
    }

    /// What reads people's own words for these tables.
    TextReader texts() {
        return reader.texts();
    }

    /// Every emergency code break, in the order in which they occurred.
    List<Noted<CodeBroken>> unblindings() {
        return unblindings;
    }

    List<Course> byParticipant() {
        return courses.values().stream()
                .sorted(Comparator.comparing(Course::id))
                .toList();
    }
}
