package org.equipoise.conduct.amendment;

import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.decision.Takeover;
import org.equipoise.conduct.decision.Versions;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What would become of those in a trial if an amendment were activated now, by the very rules that decide it.
///
/// @param refusal why it would be refused, if so
/// @param following to whom it would apply at once
/// @param waiting who would have to consent again first
public record InFlight(Optional<Refusal> refusal, List<ParticipantId> following, List<ParticipantId> waiting) {

    /// Those in the trial whose events these are.
    ///
    /// @param versions of the protocol that the events were recorded under, the first one first
    public static InFlight of(List<Study> versions, Study amended, Iterable<JournalledEvent> events) {
        TrialState state = new TrialState();
        events.forEach(state::after);
        if (state.isLocked()) {
            return new InFlight(Optional.of(new Refusal.StudyIsLocked()), List.of(), List.of());
        }
        Versions known = new Versions(versions.getFirst(), ProtocolShelf.of(versions), state);
        Takeover takeover = Takeover.of(known, state, amended);
        return new InFlight(takeover.refusal(), takeover.following(), takeover.waiting());
    }
}
