package org.equipoise.conduct.spec;

import java.util.List;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.history.Citation;
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

    /// A ciphertext that shows its place, as only a desk of specifications would.
    @Override
    public Sealed seal(ParticipantId participant, Citation place, String value) {
        return sealedAt(place);
    }

    static Sealed sealedAt(Citation place) {
        return Sealed.of(new byte[] {(byte) place.seq(), (byte) place.ordinal()});
    }

    @Override
    public Reveal reveal(String authorizedBy, String reason) {
        return new Reveal(new TreatmentsRevealed(authorizedBy, reason, "{}", List.of(), List.of()), List.of());
    }
}
