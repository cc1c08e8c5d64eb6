package org.equipoise.conduct.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.equipoise.journal.event.AllocationEvent;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.ConsentEvent;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.SafetyEvent;
import org.equipoise.journal.event.ScreeningEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;

/// Where the whole trial stands: the fold of its journal, and nothing else.
public final class TrialState {
    private final Map<ParticipantId, Participant> participants = new LinkedHashMap<>();
    private final Map<ParticipantId, Long> movedAt = new HashMap<>();
    private final Map<ParticipantId, Integer> versions = new HashMap<>();
    private final Map<Integer, Digest> protocols = new HashMap<>();
    private final Map<String, Integer> screenedAt = new LinkedHashMap<>();
    private String study = "";
    private long seq;
    private int protocol;
    private int randomized;
    private boolean locked;
    private boolean revealed;

    public boolean isOpen() {
        return !study.isEmpty();
    }

    public boolean isLocked() {
        return locked;
    }

    public boolean isRevealed() {
        return revealed;
    }

    /// The number of the last event.
    public long seq() {
        return seq;
    }

    /// The number of the protocol version in force, 0 before the first activation.
    public int protocol() {
        return protocol;
    }

    /// The hash of a protocol version that was activated.
    public Optional<Digest> protocolHash(int number) {
        return Optional.ofNullable(protocols.get(number));
    }

    /// The number of the protocol version that applies to a participant: that of their last consent, or a later one
    /// that took over without asking them; 0 for someone who is not in the trial.
    public int version(ParticipantId id) {
        return versions.getOrDefault(id, 0);
    }

    /// Whether someone in the trial has yet to consent to the version in force.
    public boolean waits(ParticipantId id) {
        return version(id) < protocol && !(participants.get(id) instanceof Participant.Ended);
    }

    /// How many participants were ever randomised.
    public int randomized() {
        return randomized;
    }

    /// How many people gave consent at a site.
    public int screenedAt(String site) {
        return screenedAt.getOrDefault(site, 0);
    }

    public Collection<Participant> participants() {
        return Collections.unmodifiableCollection(participants.values());
    }

    public Optional<Participant> participant(ParticipantId id) {
        return Optional.ofNullable(participants.get(id));
    }

    /// The event by which a participant came to stand where it stands.
    public long movedAt(ParticipantId id) {
        return movedAt.getOrDefault(id, 0L);
    }

    /// Takes in the next event.
    public void after(JournalledEvent journalled) {
        TrialEvent event = journalled.event();
        seq = journalled.seq();
        switch (event) {
            case StudyEvent studyEvent -> after(studyEvent);
            case ConsentGiven given -> enter(given, journalled.protocol());
            case ConsentEvent.ConsentRenewed renewed -> {
                move(renewed.participant(), journalled);
                follow(renewed.participant(), journalled.protocol());
            }
            case ConsentEvent.ConsentWithdrawn withdrawn -> move(withdrawn.participant(), journalled);
            case ScreeningEvent.EligibilityConfirmed confirmed -> move(confirmed.participant(), journalled);
            case ScreeningEvent.ScreeningFailed failed -> move(failed.participant(), journalled);
            case AllocationEvent.ParticipantRandomized allocated -> {
                move(allocated.participant(), journalled);
                randomized++;
            }
            case AllocationEvent.KitDispensed kit -> move(kit.participant(), journalled);
            case TreatmentsRevealed _ -> revealed = true;
            case AllocationEvent.SealedItemsOpened _ -> {}
            case VisitEvent.VisitRecorded visit -> move(visit.participant(), journalled);
            case FormEvent form -> move(form.participant(), journalled);
            case QueryEvent query -> move(query.participant(), journalled);
            case SafetyEvent safety -> move(safety.participant(), journalled);
            case DosingEvent.DoseGiven dose -> move(dose.participant(), journalled);
            case DosingEvent.DoseMissed dose -> move(dose.participant(), journalled);
            case DispositionEvent.ParticipantCompleted completed -> move(completed.participant(), journalled);
            case DispositionEvent.ParticipantDiscontinued discontinued -> move(discontinued.participant(), journalled);
        }
    }

    private void after(StudyEvent event) {
        switch (event) {
            case StudyEvent.StudyOpened opened -> study = opened.study();
            case StudyEvent.ProtocolActivated activated -> {
                protocol = activated.number();
                protocols.put(protocol, activated.hash());
            }
            case StudyEvent.AmendmentActivated amended ->
                amended.following().forEach(id -> follow(id, amended.number()));
            case StudyEvent.StudyLocked _ -> locked = true;
            case StudyEvent.SiteOpened _, StudyEvent.AllocationCommitted _, StudyEvent.ClockAnomaly _ -> {}
        }
    }

    private void follow(ParticipantId id, int number) {
        if (!participants.containsKey(id) || version(id) >= number) {
            throw new IllegalStateException(
                    "version " + number + " cannot apply to " + id + ", who follows version " + version(id));
        }
        versions.put(id, number);
    }

    private void enter(ConsentGiven given, int number) {
        if (participants.putIfAbsent(given.participant(), Participant.entering(given)) != null) {
            throw new IllegalStateException(given + " cannot follow: the participant exists");
        }
        versions.put(given.participant(), number);
        screenedAt.merge(given.site(), 1, Integer::sum);
    }

    private void move(ParticipantId id, JournalledEvent journalled) {
        Participant now = participants.get(id);
        if (now == null) {
            throw new IllegalStateException(journalled.event() + " cannot come before consent");
        }
        Participant next = Participant.after(now, journalled.event(), journalled.seq());
        participants.put(id, next);
        if (next.standing() != now.standing()) {
            movedAt.put(id, journalled.seq());
        }
    }
}
