package org.equipoise.app.blinding;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.conduct.desk.Reveal;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;

/// A desk that passes everything on, kits under other numbers where it is told so.
class Around implements AllocationDesk {
    private final AllocationDesk desk;
    private final UnaryOperator<KitNumber> printed;
    private final UnaryOperator<KitNumber> real;

    Around(AllocationDesk desk) {
        this(desk, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /// @param printed the number that everybody reads, by the vault's
    /// @param real the vault's number, by the one that everybody reads
    Around(AllocationDesk desk, UnaryOperator<KitNumber> printed, UnaryOperator<KitNumber> real) {
        this.desk = desk;
        this.printed = printed;
        this.real = real;
    }

    /// The same counter where some kits have exchanged their labels.
    static Stage.Counter relabelled(Stage.Counter counter, Map<KitNumber, KitNumber> exchanged) {
        UnaryOperator<KitNumber> other = kit -> exchanged.getOrDefault(kit, kit);
        return new Stage.Counter(
                new Around(counter.desk(), other, other),
                kit -> counter.nature().substance(other.apply(kit)));
    }

    private static SortedSet<KitNumber> all(SortedSet<KitNumber> kits, UnaryOperator<KitNumber> numbers) {
        SortedSet<KitNumber> all = new TreeSet<>();
        kits.forEach(kit -> all.add(numbers.apply(kit)));
        return all;
    }

    @Override
    public String procedure() {
        return desk.procedure();
    }

    @Override
    public Digest commitment() {
        return desk.commitment();
    }

    @Override
    public Sealed allocate(ParticipantId participant, String stratum) {
        return desk.allocate(participant, stratum);
    }

    @Override
    public KitNumber dispense(ParticipantId participant, String encounter) {
        return printed.apply(desk.dispense(participant, encounter));
    }

    @Override
    public SortedSet<KitNumber> label(int labelling, int sets) {
        return all(desk.label(labelling, sets), printed);
    }

    @Override
    public int sets(SortedSet<KitNumber> kits) {
        return desk.sets(all(kits, real));
    }

    @Override
    public SortedSet<KitNumber> ship(int shipment, SortedSet<KitNumber> stock, int sets) {
        return all(desk.ship(shipment, all(stock, real), sets), printed);
    }

    @Override
    public Optional<KitNumber> dispense(ParticipantId participant, String encounter, SortedSet<KitNumber> shelf) {
        return desk.dispense(participant, encounter, all(shelf, real)).map(printed);
    }

    @Override
    public Optional<KitNumber> replace(ParticipantId participant, KitNumber kit, SortedSet<KitNumber> shelf) {
        return desk.replace(participant, real.apply(kit), all(shelf, real)).map(printed);
    }

    @Override
    public Sealed seal(ParticipantId participant, Citation place, String value) {
        return desk.seal(participant, place, value);
    }

    @Override
    public Reveal reveal(String authorizedBy, String reason) {
        return desk.reveal(authorizedBy, reason);
    }
}
