package org.equipoise.conduct.spec;

import java.util.List;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// A desk that gives the same answer to everybody: these specifications are not about allocation.
final class SpecDesk implements AllocationDesk {
    static final Sealed ARM = Sealed.of(new byte[60]);
    static final Digest COMMITMENT = Digest.of(new byte[32]);
    static final KitNumber KIT = new KitNumber("428571-4");

    @Override
    public String procedure() {
        return "permuted-blocks/1";
    }

    @Override
    public Digest commitment() {
        return COMMITMENT;
    }

    @Override
    public Sealed allocate(ParticipantId participant, String stratum) {
        return ARM;
    }

    @Override
    public KitNumber dispense(ParticipantId participant, String encounter) {
        return KIT;
    }

    @Override
    public TreatmentsRevealed reveal(String authorizedBy, String reason) {
        return new TreatmentsRevealed(authorizedBy, reason, "{}", List.of(), List.of());
    }
}
