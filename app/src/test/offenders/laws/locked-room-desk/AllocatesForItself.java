package org.equipoise.rehearsal;

import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

final class AllocatesForItself {
    Sealed arm(AllocationDesk desk, ParticipantId participant) {
        return desk.allocate(participant, "all");
    }
}
