package org.equipoise.conduct.decision;

import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What a decision rests on: the protocol, the state of the trial, and the desk that allocates.
public final class Setting {
    private final Study study;
    private final TrialState state;
    private final AllocationDesk desk;
    private final StudyIndex index;

    public Setting(Study study, TrialState state, AllocationDesk desk) {
        this.study = study;
        this.state = state;
        this.desk = desk;
        this.index = new StudyIndex(study);
    }

    Study study() {
        return study;
    }

    StudyIndex index() {
        return index;
    }

    TrialState state() {
        return state;
    }

    AllocationDesk desk() {
        return desk;
    }

    Optional<Participant> participant(ParticipantId id) {
        return state.participant(id);
    }
}
