package org.equipoise.conduct.desk;

import java.util.List;
import java.util.Optional;
import org.equipoise.language.identity.Digest;
import org.equipoise.protocol.reading.Study;

/// Where conduct finds a version of the protocol by its hash, which is all that the journal says of it. What stands
/// here was read and checked: a study with an error is no study.
public interface ProtocolShelf {
    Optional<Study> find(Digest hash);

    static ProtocolShelf of(List<Study> studies) {
        return hash -> studies.stream()
                .filter(study -> study.conduct().hash().equals(hash))
                .findFirst();
    }
}
