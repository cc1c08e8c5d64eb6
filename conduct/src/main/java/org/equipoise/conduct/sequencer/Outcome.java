package org.equipoise.conduct.sequencer;

import java.util.List;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.journal.event.JournalledEvent;

/// What became of a command: the events it caused, now in the journal, or the refusal.
public sealed interface Outcome {

    record Accepted(List<JournalledEvent> events) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
