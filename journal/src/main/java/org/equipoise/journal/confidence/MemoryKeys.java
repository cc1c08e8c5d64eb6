package org.equipoise.journal.confidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.equipoise.language.identity.ParticipantId;

/// Keys that are forgotten with the program: for rehearsals, whose keys follow from their seed.
public final class MemoryKeys implements PersonalKeys {
    private final Function<ParticipantId, byte[]> secrets;
    private final Map<ParticipantId, PersonalKey> keys = new HashMap<>();
    private final Set<ParticipantId> erased = new HashSet<>();

    /// @param secrets draws the 32 bytes of each key
    public MemoryKeys(Function<ParticipantId, byte[]> secrets) {
        this.secrets = secrets;
    }

    @Override
    public void make(ParticipantId participant) {
        if (isErased(participant)) {
            throw new IllegalStateException(participant + " was erased");
        }
        keys.computeIfAbsent(participant, id -> new PersonalKey(id, secrets.apply(id)));
    }

    @Override
    public Optional<PersonalKey> find(ParticipantId participant) {
        return Optional.ofNullable(keys.get(participant));
    }

    @Override
    public boolean isErased(ParticipantId participant) {
        return erased.contains(participant);
    }

    @Override
    public void erase(ParticipantId participant) {
        keys.remove(participant);
        erased.add(participant);
    }
}
