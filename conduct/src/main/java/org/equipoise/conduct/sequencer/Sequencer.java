package org.equipoise.conduct.sequencer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.command.Role;
import org.equipoise.conduct.decision.Decider;
import org.equipoise.conduct.decision.Decision;
import org.equipoise.conduct.decision.Setting;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.protocol.reading.Study;

/// The one writer of a study: takes commands one after the other, decides each on the state as it then is, stamps what
/// was decided,
/// appends it and folds it. A command given again under the same key has one effect and the same answer.
public final class Sequencer {
    private final Journal journal;
    private final TrialClock clock;
    private final TrialState state = new TrialState();
    private final Decider decider;
    private final Map<String, List<JournalledEvent>> done = new HashMap<>();
    private long lastAt;

    /// Starts from what the journal holds.
    public Sequencer(Study study, Journal journal, AllocationDesk desk, TrialClock clock) {
        this.journal = journal;
        this.clock = clock;
        this.decider = new Decider(new Setting(study, state, desk));
        journal.events().forEach(this::take);
    }

    public TrialState state() {
        return state;
    }

    /// Decides a command and, unless it is refused, journals what it causes. The key is the command's idempotency key,
    /// made by whoever
    /// gives it.
    public Outcome submit(String key, String actor, Role role, Command command) {
        List<JournalledEvent> before = done.get(key);
        if (before != null) {
            return new Outcome.Accepted(List.copyOf(before));
        }
        long at = Math.max(clock.microseconds(), lastAt);
        return switch (decider.decide(role, actor, at, command)) {
            case Decision.Declined(var refusal) -> new Outcome.Refused(refusal);
            case Decision.Decided(var events) -> {
                List<JournalledEvent> journalled = stamp(events, at, key, new Actor(actor, role.name()));
                journal.append(journalled);
                journalled.forEach(this::take);
                yield new Outcome.Accepted(journalled);
            }
        };
    }

    private List<JournalledEvent> stamp(List<TrialEvent> events, long at, String key, Actor actor) {
        List<JournalledEvent> journalled = new ArrayList<>(events.size());
        int protocol = state.protocol();
        for (TrialEvent event : events) {
            if (event instanceof StudyEvent.ProtocolActivated activated) {
                protocol = activated.number();
            }
            journalled.add(
                    new JournalledEvent(journal.size() + journalled.size() + 1, at, actor, key, protocol, event));
        }
        return journalled;
    }

    private void take(JournalledEvent event) {
        state.after(event);
        lastAt = event.at();
        done.computeIfAbsent(event.command(), _ -> new ArrayList<>(1)).add(event);
    }
}
