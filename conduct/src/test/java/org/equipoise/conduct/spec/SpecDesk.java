package org.equipoise.conduct.spec;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    static final KitNumber OTHER_KIT = new KitNumber("714285-6");

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

    /// Sets of one kit each, numbered as they come; the first labelling has the story's two.
    @Override
    public SortedSet<KitNumber> label(int labelling, int sets) {
        if (labelling == 1) {
            return new TreeSet<>(List.of(KIT, OTHER_KIT));
        }
        SortedSet<KitNumber> kits = new TreeSet<>();
        for (int set = 1; set <= sets; set++) {
            kits.add(new KitNumber(String.format(Locale.ROOT, "%d%05d-0", labelling, set)));
        }
        return kits;
    }

    @Override
    public int sets(SortedSet<KitNumber> kits) {
        return kits.size();
    }

    @Override
    public SortedSet<KitNumber> ship(int shipment, SortedSet<KitNumber> stock, int sets) {
        return stock.stream().limit(sets).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<KitNumber> dispense(ParticipantId participant, String encounter, SortedSet<KitNumber> shelf) {
        return shelf.stream().findFirst();
    }

    @Override
    public Optional<KitNumber> replace(ParticipantId participant, KitNumber kit, SortedSet<KitNumber> shelf) {
        return shelf.stream().findFirst();
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
    public void forget(ParticipantId participant) {}

    @Override
    public VaultRoot root() {
        return ROOT;
    }

    @Override
    public boolean grewFrom(VaultRoot earlier) {
        return earlier.equals(ROOT);
    }
}
