package org.equipoise.conduct.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.desk.SealedItem;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.journal.event.AllocationEvent;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.AllocationEvent.VaultAnchored;
import org.equipoise.journal.event.ConsentEvent;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.SafetyEvent;
import org.equipoise.journal.event.ScreeningEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.SupplyEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.event.VisitEvent;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Where the whole trial stands: the fold of its journal, and nothing else.
public final class TrialState {
    private final Map<ParticipantId, Participant> participants = new LinkedHashMap<>();
    private final Map<ParticipantId, Long> movedAt = new HashMap<>();
    private final Map<ParticipantId, Integer> versions = new HashMap<>();
    private final Map<ParticipantId, String> sites = new HashMap<>();
    private final Map<Integer, Digest> protocols = new HashMap<>();
    private final Map<String, Integer> screenedAt = new LinkedHashMap<>();
    private final Stock stock = new Stock();
    private String study = "";
    private long seq;
    private int protocol;
    private int randomized;
    private final Set<ParticipantId> erased = new HashSet<>();
    private int codeBreaks;
    private @Nullable VaultAnchored anchor;
    private @Nullable JournalledEvent lock;
    private final Map<String, JournalledEvent> authorizations = new LinkedHashMap<>();
    private final List<SealedItem> sealed = new ArrayList<>();
    private boolean revealed;

    public boolean isOpen() {
        return !study.isEmpty();
    }

    public boolean isLocked() {
        return lock != null;
    }

    /// The event that locked the study.
    public Optional<JournalledEvent> lock() {
        return Optional.ofNullable(lock);
    }

    /// The last authorisation of the reveal that somebody in this role gave.
    public Optional<JournalledEvent> authorization(Role role) {
        return Optional.ofNullable(authorizations.get(role.name()));
    }

    /// Every value that the journal holds sealed.
    public List<SealedItem> sealedItems() {
        return Collections.unmodifiableList(sealed);
    }

    /// How many emergency code breaks the journal holds.
    public int codeBreaks() {
        return codeBreaks;
    }

    /// The last of the roots of the vault's log.
    public Optional<VaultRoot> anchor() {
        return Optional.ofNullable(anchor).map(last -> new VaultRoot(last.entries(), last.root()));
    }

    /// When the record was locked, in microseconds since 1970-01-01T00:00:00Z; 0 before.
    public long lockedAt() {
        return lock == null ? 0 : lock.at();
    }

    /// Whether nobody can read any longer what was written of a participant under their key.
    public boolean isErased(ParticipantId id) {
        return erased.contains(id);
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

    /// Where every kit is.
    public Stock stock() {
        return stock;
    }

    /// How many participants were ever randomised.
    public int randomized() {
        return randomized;
    }

    /// How many people gave consent at a site.
    public int screenedAt(String site) {
        return screenedAt.getOrDefault(site, 0);
    }

    /// The site where a participant gave consent.
    public Optional<String> site(ParticipantId id) {
        return Optional.ofNullable(sites.get(id));
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
            case StudyEvent.StudyLocked _ -> lock = journalled;
            case StudyEvent.RevealAuthorized _ ->
                authorizations.put(journalled.actor().role(), journalled);
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
            case AllocationEvent.KitDispensed kit -> {
                stock.after(kit);
                move(kit.participant(), journalled);
            }
            case AllocationEvent.CodeBroken broken -> codeBreaks = broken.number();
            case VaultAnchored anchored -> anchor = anchored;
            case SupplyEvent supply -> {
                stock.after(supply);
                if (supply instanceof SupplyEvent.KitReplaced replaced) {
                    move(replaced.participant(), journalled);
                }
            }
            case TreatmentsRevealed _ -> revealed = true;
            case AllocationEvent.SealedItemsOpened _ -> {}
            case VisitEvent.VisitRecorded visit -> move(visit.participant(), journalled);
            case FormEvent form -> {
                move(form.participant(), journalled);
                keepSealed(form);
            }
            case QueryEvent query -> move(query.participant(), journalled);
            case SafetyEvent safety -> move(safety.participant(), journalled);
            case DosingEvent.DoseGiven dose -> move(dose.participant(), journalled);
            case DosingEvent.DoseMissed dose -> move(dose.participant(), journalled);
            case DispositionEvent.ParticipantCompleted completed -> move(completed.participant(), journalled);
            case DispositionEvent.ParticipantDiscontinued discontinued -> move(discontinued.participant(), journalled);
            case PrivacyEvent.PersonErased person -> erase(person.participant(), journalled);
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
            case StudyEvent.SiteOpened _,
                    StudyEvent.AllocationCommitted _,
                    StudyEvent.StudyLocked _,
                    StudyEvent.RevealAuthorized _,
                    StudyEvent.ClockAnomaly _ -> {}
        }
    }

    private void keepSealed(FormEvent form) {
        int ordinal = 0;
        for (ItemChange change : form.changes()) {
            ordinal++;
            if (change.sealed() != null) {
                sealed.add(new SealedItem(form.participant(), new Citation(seq, ordinal), change.sealed()));
            }
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
        sites.put(given.participant(), given.site());
        screenedAt.merge(given.site(), 1, Integer::sum);
    }

    private void erase(ParticipantId id, JournalledEvent journalled) {
        if (!participants.containsKey(id) || !erased.add(id)) {
            throw new IllegalStateException(journalled.event() + " cannot follow: there is nobody to erase");
        }
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
