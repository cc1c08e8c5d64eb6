package org.equipoise.journal.confidence;

import java.util.Optional;
import org.equipoise.language.identity.ParticipantId;

/// Where each participant's key is kept: apart from the journal, from the database, and from the vault.
public interface PersonalKeys {
    /// Makes the key of someone who enters the trial. It is kept for ever once this returns; one that is there already,
    /// left by a consent that was never journalled, stays.
    ///
    /// @throws IllegalStateException if the person of this identifier was erased
    void make(ParticipantId participant);

    /// The key, unless it was erased.
    Optional<PersonalKey> find(ParticipantId participant);

    /// Whether this person was erased: they get no other key.
    boolean isErased(ParticipantId participant);

    /// Destroys the key. Asking again changes nothing.
    void erase(ParticipantId participant);
}
