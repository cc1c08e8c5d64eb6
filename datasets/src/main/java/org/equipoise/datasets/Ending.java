package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.Optional;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;

/// How a participant's time in the trial ended, and the event that says so.
record Ending(long seq, String how, LocalDate date, Optional<String> reason) {
    static Ending of(long seq, ParticipantCompleted event) {
        return new Ending(seq, "completed", event.date(), Optional.empty());
    }

    static Ending of(long seq, ParticipantDiscontinued event) {
        return new Ending(seq, "discontinued", event.date(), Optional.of(event.reason()));
    }

    static Ending of(long seq, ConsentWithdrawn event) {
        return new Ending(seq, "consent-withdrawn", event.date(), Optional.of(event.reason()));
    }

    Source source() {
        return new Source.Event(seq);
    }
}
