package org.equipoise.rehearsal;

import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

final class SealsForItself {
    Sealed seal(AllocationDesk desk, ParticipantId participant) {
        return desk.seal(participant, new Citation(1, 1), "8.25");
    }
}
