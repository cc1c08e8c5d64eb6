package org.equipoise.allocation.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.equipoise.allocation.supply.KitSets;
import org.equipoise.journal.store.EntryLog;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;

/// The vault's part in the supply: which kits are labelled, sent and handed out. It asks for whole sets and never
/// for an arm: that it has nothing depends on no arm, nor what it sends.
final class Dispensary {
    private final KitSets sets;
    private final EntryLog log;
    private final Function<ParticipantId, ArmCode> codes;
    private final Map<Integer, SortedSet<KitNumber>> labelled = new HashMap<>();
    private final Map<Integer, SortedSet<KitNumber>> shipped = new HashMap<>();
    private final Map<Occasion, KitNumber> handed = new HashMap<>();

    /// What a kit is handed out for: a visit, or instead of another kit.
    private record Occasion(ParticipantId participant, String what) {}

    /// @param codes what a participant is allocated to
    Dispensary(KitSets sets, EntryLog log, Function<ParticipantId, ArmCode> codes) {
        this.sets = sets;
        this.log = log;
        this.codes = codes;
    }

    SortedSet<KitNumber> label(int labelling, int count) {
        SortedSet<KitNumber> before = labelled.get(labelling);
        if (before != null) {
            return before;
        }
        VaultEntry.Labelled entry = new VaultEntry.Labelled(labelling, count);
        log.append(entry.bytes());
        return again(entry);
    }

    SortedSet<KitNumber> again(VaultEntry.Labelled entry) {
        SortedSet<KitNumber> kits = new TreeSet<>();
        sets.label(entry.sets()).forEach(set -> kits.addAll(set.numbers()));
        labelled.put(entry.labelling(), kits);
        return kits;
    }

    int count(SortedSet<KitNumber> kits) {
        return sets.whole(kits).size();
    }

    SortedSet<KitNumber> ship(int shipment, SortedSet<KitNumber> stock, int count) {
        SortedSet<KitNumber> before = shipped.get(shipment);
        if (before != null && stock.containsAll(before)) {
            return before;
        }
        List<Integer> whole = sets.whole(stock);
        if (whole.size() < count) {
            throw new IllegalStateException("the depot has no " + count + " sets");
        }
        VaultEntry.Shipped entry = new VaultEntry.Shipped(shipment, whole.subList(0, count));
        log.append(entry.bytes());
        return again(entry);
    }

    SortedSet<KitNumber> again(VaultEntry.Shipped entry) {
        SortedSet<KitNumber> kits = sets.kits(entry.sets());
        shipped.put(entry.shipment(), kits);
        return kits;
    }

    Optional<KitNumber> serve(ParticipantId participant, String encounter, SortedSet<KitNumber> shelf) {
        return hand(
                new Occasion(participant, encounter), shelf, set -> new VaultEntry.Served(participant, encounter, set));
    }

    void again(VaultEntry.Served entry) {
        hand(new Occasion(entry.participant(), entry.encounter()), entry.set(), codes.apply(entry.participant()));
    }

    Optional<KitNumber> replace(ParticipantId participant, KitNumber kit, SortedSet<KitNumber> shelf) {
        int before = sets.set(kit);
        return hand(instead(participant, before), shelf, set -> new VaultEntry.Replaced(participant, before, set));
    }

    void again(VaultEntry.Replaced entry) {
        hand(instead(entry.participant(), entry.instead()), entry.set(), codes.apply(entry.participant()));
    }

    private static Occasion instead(ParticipantId participant, int set) {
        return new Occasion(participant, "instead of set " + set);
    }

    /// What was handed out before and lies there still was never taken away, so the answer was lost on the way.
    private Optional<KitNumber> hand(Occasion occasion, SortedSet<KitNumber> shelf, IntFunction<VaultEntry> entry) {
        ArmCode code = codes.apply(occasion.participant());
        KitNumber before = handed.get(occasion);
        if (before != null && shelf.contains(before)) {
            return Optional.of(before);
        }
        OptionalInt set = sets.first(shelf);
        if (set.isEmpty()) {
            return Optional.empty();
        }
        log.append(entry.apply(set.getAsInt()).bytes());
        return Optional.of(hand(occasion, set.getAsInt(), code));
    }

    private KitNumber hand(Occasion occasion, int set, ArmCode code) {
        KitNumber kit = sets.use(set, code);
        handed.put(occasion, kit);
        return kit;
    }
}
