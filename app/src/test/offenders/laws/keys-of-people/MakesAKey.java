package org.equipoise.rehearsal;

import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.language.identity.ParticipantId;

final class MakesAKey {
    PersonalKey key(ParticipantId participant) {
        return new PersonalKey(participant, new byte[PersonalKey.SECRET]);
    }
}
