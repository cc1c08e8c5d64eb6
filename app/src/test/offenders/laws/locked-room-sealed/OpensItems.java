package org.equipoise.datasets;

import java.util.List;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.language.identity.ParticipantId;

final class OpensItems {
    SealedItemsOpened open(ParticipantId participant) {
        return new SealedItemsOpened(participant, List.of());
    }
}
