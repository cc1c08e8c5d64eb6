package org.equipoise.conduct.spec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.CodeBreak;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.conduct.desk.VaultRoot;
import org.equipoise.conduct.desk.Warrant;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// A desk that gives the same answer to everybody: these specifications are not about allocation.
class SpecDesk implements AllocationDesk {
    static final Sealed ARM = Sealed.of(new byte[60]);
    static final Digest COMMITMENT = Digest.of(new byte[32]);
    static final KitNumber KIT = new KitNumber("428571-4");

    static final VaultRoot ROOT = new VaultRoot(7, Digest.of(new byte[32]));
    static final CodeBreak BREAK = new CodeBreak(
            Story.ADA, "Dr Night", "The antidote depends on the drug", Instant.parse("2026-03-29T03:40:00Z"));

    private final int codeBreaks;

    /// @param codeBreaks how many codes were broken in emergencies
    SpecDesk(int codeBreaks) {
        this.codeBreaks = codeBreaks;
    }

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
    public Reveal reveal(Warrant warrant) {
        return new Reveal(
                new TreatmentsRevealed(warrant.authorizedBy(), warrant.reason(), "{}", List.of(), List.of()),
                List.of());
    }

    @Override
    public Optional<CodeBreak> codeBreak(int number) {
        return number <= codeBreaks ? Optional.of(BREAK) : Optional.empty();
    }

    @Override
    public VaultRoot root() {
        return ROOT;
    }

    @Override
    public boolean grewFrom(VaultRoot earlier) {
        return earlier.equals(ROOT);
    }
}
