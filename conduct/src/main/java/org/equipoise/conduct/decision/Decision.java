package org.equipoise.conduct.decision;

import java.util.List;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.TrialEvent;

/// What a decider answers: the events that now happen, or why not.
public sealed interface Decision {

    record Decided(List<TrialEvent> events) implements Decision {}

    record Declined(Refusal refusal) implements Decision {}

    static Decision that(TrialEvent... events) {
        return new Decided(List.of(events));
    }

    static Decision no(Refusal refusal) {
        return new Declined(refusal);
    }
}
