package org.equipoise.conduct.decision;

import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What a decision rests on: the protocol, the state of the trial, and the desk that allocates.
public record Setting(Study study, TrialState state, AllocationDesk desk) {

    Optional<Participant> participant(ParticipantId id) {
        return state.participant(id);
    }
}
