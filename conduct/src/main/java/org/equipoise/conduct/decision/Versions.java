package org.equipoise.conduct.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.conduct.desk.ProtocolShelf;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;

/// The versions of the protocol in one trial, and which of them applies to whom: the state says the number, the journal
/// the hash, the shelf the study.
public final class Versions {
    private final Version opening;
    private final ProtocolShelf shelf;
    private final TrialState state;
    private final Map<Digest, Version> known = new HashMap<>();

    /// @param opening the version that the study is opened with
    /// @param shelf where later versions are found
    public Versions(Study opening, ProtocolShelf shelf, TrialState state) {
        this.opening = new Version(opening);
        this.shelf = shelf;
        this.state = state;
        known.put(opening.conduct().hash(), this.opening);
    }

    /// Asks for every version once, so that one that is not at hand shows before anything is decided.
    ///
    /// @throws IllegalStateException if the journal activates a version that is not
    public void requireAtHand() {
        soFar();
    }

    /// The version in force for whoever comes now.
    Version inForce() {
        return numbered(state.protocol());
    }

    /// The version that applies to a participant.
    Version of(ParticipantId participant) {
        return numbered(state.version(participant));
    }

    /// The versions there were up to now, the first one first.
    List<Study> soFar() {
        List<Study> versions = new ArrayList<>();
        for (int number = 1; number <= state.protocol(); number++) {
            versions.add(numbered(number).study());
        }
        return versions;
    }

    Optional<Version> find(Digest hash) {
        Version version = known.get(hash);
        if (version != null) {
            return Optional.of(version);
        }
        Optional<Version> found = shelf.find(hash).map(Version::new);
        found.ifPresent(each -> known.put(hash, each));
        return found;
    }

    private Version numbered(int number) {
        return state.protocolHash(number)
                .map(hash -> find(hash)
                        .orElseThrow(() -> new IllegalStateException("the journal activates protocol version " + number
                                + ", " + hash.hex() + ", and no such protocol is at hand")))
                .orElse(opening);
    }
}
