package org.equipoise.datasets;

import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.language.identity.ParticipantId;

final class ErasesAPerson {
    void erase(PersonalKeys keys, ParticipantId participant) {
        keys.make(participant);
        keys.erase(participant);
    }
}
