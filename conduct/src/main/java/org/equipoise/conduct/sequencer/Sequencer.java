package org.equipoise.conduct.sequencer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.decision.ClockDecider;
import org.equipoise.conduct.decision.Decider;
import org.equipoise.conduct.decision.Decision;
import org.equipoise.conduct.decision.Reminder;
import org.equipoise.conduct.decision.Setting;
import org.equipoise.conduct.decision.Versions;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.jspecify.annotations.Nullable;

/// The one writer of a study: takes commands one after the other, decides each on the state as it then is, stamps what
/// was decided, appends it and folds it. A command given again under the same key has one effect and the same answer.
/// Where a commit fails, the state is ahead of the journal: this sequencer takes no more and another must be opened.
public final class Sequencer {
    /// Who tells of the clock; no person does.
    private static final Actor CLOCK = new Actor("clock", "CLOCK");

    private final Journal journal;
    private final AllocationDesk desk;
    private final PersonalKeys keys;
    private final TrialClock clock;
    private final TrialState state = new TrialState();
    private final Decider decider;
    /// What the journal holds of the commands now in hand, and what they have caused since.
    private final Map<String, List<JournalledEvent>> done = new HashMap<>();
    /// Whose erasure is journalled and whose key may still be there.
    private final List<ParticipantId> erased = new ArrayList<>();

    private long lastAt = TrialClock.NEVER;
    private boolean ahead;
    /// A reading of the clock that is to be in the journal with the next commit.
    private TrialClock.@Nullable Reading telling;

    /// Starts from what the journal holds, in a trial under one version of its protocol.
    public Sequencer(Study study, Journal journal, AllocationDesk desk, PersonalKeys keys, TrialClock clock) {
        this(study, ProtocolShelf.of(List.of()), journal, desk, keys, clock);
    }

    /// Starts from what the journal holds.
    ///
    /// @param study the version that the study is opened with, or was
    /// @param shelf where later versions are found
    /// @param keys of the participants, kept apart from the journal
    /// @throws IllegalStateException if the journal activates a version that is not at hand
    /// @throws VaultSetBack if the vault's log is not what it was, or it answers otherwise than the journal holds
    public Sequencer(
            Study study,
            ProtocolShelf shelf,
            Journal journal,
            AllocationDesk desk,
            PersonalKeys keys,
            TrialClock clock) {
        this.journal = journal;
        this.desk = desk;
        this.keys = keys;
        this.clock = clock;
        Versions versions = new Versions(study, shelf, state);
        this.decider = new Decider(new Setting(versions, state, desk, keys));
        Reminder reminder = new Reminder(versions);
        for (JournalledEvent event : journal.events()) {
            take(event);
            reminder.after(event);
        }
        versions.requireAtHand();
        state.anchor().filter(anchor -> !desk.grewFrom(anchor)).ifPresent(anchor -> {
            throw new VaultSetBack(anchor);
        });
        reminder.differing(desk).ifPresent(event -> {
            throw new VaultSetBack(event);
        });
        erase();
    }

    public TrialState state() {
        return state;
    }

    /// Decides a command and, unless it is refused, journals what it causes. The key is the command's idempotency key,
    /// made by whoever gives it.
    public Outcome submit(String key, String actor, Role role, Command command) {
        return submit(new Submission(key, actor, role, command));
    }

    public Outcome submit(Submission submission) {
        recall(List.of(submission.key()));
        Outcome outcome = decide(submission);
        commit();
        return outcome;
    }

    /// Looks up which of the next commands were given before. Called before they are decided.
    void recall(Collection<String> keys) {
        done.clear();
        done.putAll(journal.caused(keys));
    }

    /// Decides a command whose key was recalled; what it causes is not kept before the commit.
    Outcome decide(Submission submission) {
        if (ahead) {
            throw new IllegalStateException("this sequencer is ahead of its journal; another must be opened");
        }
        List<JournalledEvent> before = done.get(submission.key());
        if (before != null) {
            return new Outcome.Accepted(before);
        }
        TrialClock.Reading reading = clock.read(lastAt);
        return switch (ClockDecider.decide(reading.shown(), reading.expected(), reading.believable())) {
            case Decision.Declined(var refusal) -> new Outcome.Refused(refusal);
            case Decision.Decided(var anomaly) -> decide(submission, reading, anomaly);
        };
    }

    private Outcome decide(Submission submission, TrialClock.Reading reading, List<TrialEvent> anomaly) {
        long at = Math.max(reading.shown(), lastAt);
        Decision decision =
                decider.decide(submission.role(), submission.actor(), at, submission.seen(), submission.command());
        return switch (decision) {
            case Decision.Declined(var refusal) -> new Outcome.Refused(refusal);
            case Decision.Decided(var events) -> {
                boolean tells = !anomaly.isEmpty() && telling == null;
                List<TrialEvent> all = new ArrayList<>(events);
                all.addAll(tells ? anomaly : List.of());
                List<JournalledEvent> journalled = stamp(all, at, submission);
                journal.append(journalled);
                ahead = true;
                journalled.forEach(this::take);
                ahead = false;
                done.put(submission.key(), journalled);
                telling = tells ? reading : telling;
                yield new Outcome.Accepted(journalled);
            }
        };
    }

    /// Whether the state holds what the journal may not: then another sequencer must be opened.
    boolean isAhead() {
        return ahead;
    }

    /// Keeps what was decided since the last commit.
    void commit() {
        ahead = true;
        journal.commit();
        erase();
        ahead = false;
        if (telling != null) {
            clock.told(telling);
            telling = null;
        }
    }

    /// Destroys the keys of those whose erasure is kept, the desk's with them; what a stop left undone is done when the
    /// journal is opened.
    private void erase() {
        erased.forEach(keys::erase);
        erased.forEach(desk::forget);
        erased.clear();
    }

    private List<JournalledEvent> stamp(List<TrialEvent> events, long at, Submission submission) {
        Actor actor = new Actor(submission.actor(), submission.role().name());
        List<JournalledEvent> journalled = new ArrayList<>(events.size());
        int protocol = state.protocol();
        for (TrialEvent event : events) {
            if (event instanceof StudyEvent.ProtocolActivated activated) {
                protocol = activated.number();
            }
            long seq = journal.size() + journalled.size() + 1;
            Actor who = event instanceof StudyEvent.ClockAnomaly ? CLOCK : actor;
            journalled.add(new JournalledEvent(seq, at, who, submission.key(), protocol, event));
        }
        return List.copyOf(journalled);
    }

    private void take(JournalledEvent event) {
        state.after(event);
        if (event.event() instanceof PersonErased(var participant, var _)) {
            erased.add(participant);
        }
        lastAt = event.at();
    }
}
