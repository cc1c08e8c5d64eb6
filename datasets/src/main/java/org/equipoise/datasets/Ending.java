package org.equipoise.datasets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.equipoise.journal.event.ConsentEvent.ConsentWithdrawn;
import org.equipoise.journal.event.DispositionEvent.ParticipantCompleted;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.language.identity.Confidential;

/// How a participant's time in the trial ended, and the event that says so.
///
/// @param reason of someone who was discontinued, as a code
/// @param verbatim what was said of it, as ciphertext
record Ending(long seq, String how, LocalDate date, Optional<String> reason, Optional<Confidential> verbatim) {
    static Ending of(long seq, ParticipantCompleted event) {
        return new Ending(seq, "completed", event.date(), Optional.empty(), Optional.empty());
    }

    static Ending of(long seq, ParticipantDiscontinued event) {
        return new Ending(
                seq,
                "discontinued",
                event.date(),
                Optional.of(event.reason().word()),
                Optional.ofNullable(event.verbatim()));
    }

    static Ending of(long seq, ConsentWithdrawn event) {
        return new Ending(
                seq, "consent-withdrawn", event.date(), Optional.empty(), Optional.ofNullable(event.verbatim()));
    }

    /// Whether it ended for one of these reasons; who withdraws consent owes nobody one.
    boolean isFor(List<String> reasons) {
        return reasons.isEmpty() || reason.isEmpty() || reasons.contains(reason.get());
    }

    Source source() {
        return new Source.Event(seq);
    }
}
