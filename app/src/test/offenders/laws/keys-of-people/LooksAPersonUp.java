package org.equipoise.datasets;

import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;

final class LooksAPersonUp {
    String read(PersonalKeys keys, ParticipantId participant, TextPlace place, Confidential words) {
        return keys.find(participant).orElseThrow().read(place, words);
    }
}
