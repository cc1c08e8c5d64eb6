package org.equipoise.conduct.decision;

import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What a decision rests on: the protocol, the state of the trial, and the desk that allocates. The protocol is the
/// version that applies to the participant it is about, or the one in force where it is about nobody.
public final class Setting {
    private final Versions versions;
    private final TrialState state;
    private final AllocationDesk desk;
    private final Version version;

    /// A trial under one version of its protocol.
    public Setting(Study study, TrialState state, AllocationDesk desk) {
        this(new Versions(study, ProtocolShelf.of(List.of()), state), state, desk);
    }

    public Setting(Versions versions, TrialState state, AllocationDesk desk) {
        this(versions, state, desk, versions.inForce());
    }

    private Setting(Versions versions, TrialState state, AllocationDesk desk, Version version) {
        this.versions = versions;
        this.state = state;
        this.desk = desk;
        this.version = version;
    }

    /// The same for whoever comes now.
    Setting inForce() {
        return under(versions.inForce());
    }

    /// The same for one participant.
    Setting of(ParticipantId participant) {
        return under(versions.of(participant));
    }

    private Setting under(Version other) {
        return new Setting(versions, state, desk, other);
    }

    Study study() {
        return version.study();
    }

    StudyIndex index() {
        return version.index();
    }

    Versions versions() {
        return versions;
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
