package org.equipoise.conduct.decision;

import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// What a decision rests on: the protocol, the state of the trial, the desk that allocates, and
/// the keys of its participants. The protocol is the
/// version that applies to the participant it is about, or the one in force where it is about nobody.
public final class Setting {
    private final Versions versions;
    private final TrialState state;
    private final AllocationDesk desk;
    private final PersonalKeys keys;
    private final Version version;

    /// A trial under one version of its protocol.
    public Setting(Study study, TrialState state, AllocationDesk desk, PersonalKeys keys) {
        this(new Versions(study, ProtocolShelf.of(List.of()), state), state, desk, keys);
    }

    public Setting(Versions versions, TrialState state, AllocationDesk desk, PersonalKeys keys) {
        this(versions, state, desk, keys, versions.inForce());
    }

    private Setting(Versions versions, TrialState state, AllocationDesk desk, PersonalKeys keys, Version version) {
        this.versions = versions;
        this.state = state;
        this.desk = desk;
        this.keys = keys;
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
        return new Setting(versions, state, desk, keys, other);
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

    PersonalKeys keys() {
        return keys;
    }

    /// The number of the event that is decided.
    long next() {
        return state.seq() + 1;
    }

    /// A text as ciphertext under the participant's key, in a field of the event that is decided.
    Confidential conceal(ParticipantId participant, String field, String text) {
        return keys.find(participant)
                .orElseThrow(() -> new IllegalStateException("the key of " + participant + " is gone"))
                .conceal(new TextPlace(next(), field), text);
    }

    Optional<Participant> participant(ParticipantId id) {
        return state.participant(id);
    }
}
