package org.equipoise.datasets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.AllocationEvent.KitDispensed;
import org.equipoise.journal.event.AllocationEvent.ParticipantRandomized;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.DosingEvent.DoseGiven;
import org.equipoise.journal.event.DosingEvent.DoseMissed;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.SafetyEvent;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.language.identity.ParticipantId;

/// The journal folded into one course for each participant who gave consent. Sealed arms and the reveal are not read; what
/// else was sealed is read as far as the view knows it.
final class Courses {
    private final Plan plan;
    private final boolean revealed;
    private final Map<ParticipantId, Course> courses = new HashMap<>();

    /// @param revealed whether the view may know what was opened
    Courses(Plan plan, boolean revealed) {
        this.plan = plan;
        this.revealed = revealed;
    }

    void after(JournalledEvent journalled) {
        long seq = journalled.seq();
        switch (journalled.event()) {
            case StudyEvent _,
                    KitDispensed _,
                    TreatmentsRevealed _,
                    QueryEvent _,
                    SafetyEvent _ -> {}
            case SealedItemsOpened event -> {
                if (revealed) {
                    of(event.participant(), seq).opened(event);
                }
            }
            case ConsentGiven given -> enter(new Noted<>(seq, given));
            case ConsentWithdrawn event -> of(event.participant(), seq).ended(Ending.of(seq, event));
            case EligibilityConfirmed event -> of(event.participant(), seq).judged(new Noted<>(seq, event));
            case ScreeningFailed event -> of(event.participant(), seq).judged(new Noted<>(seq, event));
            case ParticipantRandomized event -> of(event.participant(), seq).randomized(new Noted<>(seq, event));
            case VisitRecorded event -> of(event.participant(), seq).visited(new Noted<>(seq, event));
            case FormEvent event -> of(event.participant(), seq).entered(seq, event);
            case DoseGiven event -> of(event.participant(), seq).dosed(event.dose(), new Noted<>(seq, event));
            case DoseMissed event -> of(event.participant(), seq).dosed(event.dose(), new Noted<>(seq, event));
            case ParticipantCompleted event -> of(event.participant(), seq).ended(Ending.of(seq, event));
            case ParticipantDiscontinued event -> of(event.participant(), seq).ended(Ending.of(seq, event));
        }
    }

    private void enter(Noted<ConsentGiven> given) {
        if (courses.put(given.event().participant(), new Course(plan, given)) != null) {
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

    List<Course> byParticipant() {
        return courses.values().stream()
                .sorted(Comparator.comparing(Course::id))
                .toList();
    }
}
