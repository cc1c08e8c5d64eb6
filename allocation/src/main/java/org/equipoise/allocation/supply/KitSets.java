package org.equipoise.allocation.supply;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// The kits that depots and sites count, in whole sets. A set serves one dispensing and never another: what is left of
/// it is handed to nobody. So which set serves, and whether there is one, is the same for every arm.
public final class KitSets {
    private final KitStock stock;
    private final List<KitSet> sets = new ArrayList<>();
    private final Map<KitNumber, Integer> setOf = new HashMap<>();
    private final BitSet used = new BitSet();

    public KitSets(KitStock stock) {
        this.stock = stock;
    }

    /// Labels more sets.
    public List<KitSet> label(int more) {
        int before = sets.size();
        for (int i = 0; i < more; i++) {
            KitSet set = stock.takeSet();
            set.numbers().forEach(kit -> setOf.put(kit, sets.size()));
            sets.add(set);
        }
        return List.copyOf(sets.subList(before, sets.size()));
    }

    /// The sets that are whole among some kits and not used, in the order of labelling.
    public List<Integer> whole(Collection<KitNumber> kits) {
        SortedMap<Integer, Integer> found = new TreeMap<>();
        for (KitNumber kit : kits) {
            found.merge(set(kit), 1, Integer::sum);
        }
        return found.entrySet().stream()
                .filter(each ->
                        each.getValue() == sets.get(each.getKey()).kits().size())
                .map(Map.Entry::getKey)
                .filter(set -> !used.get(set))
                .toList();
    }

    /// The first set that is whole among some kits.
    public OptionalInt first(Collection<KitNumber> kits) {
        return whole(kits).stream().mapToInt(Integer::intValue).findFirst();
    }

    /// Uses a set for somebody.
    public KitNumber use(int set, ArmCode code) {
        if (used.get(set)) {
            throw new IllegalStateException("the set " + set + " is used already");
        }
        KitNumber kit = sets.get(set).of(code);
        used.set(set);
        return kit;
    }

    public SortedSet<KitNumber> kits(Collection<Integer> some) {
        SortedSet<KitNumber> kits = new TreeSet<>();
        some.forEach(set -> kits.addAll(sets.get(set).numbers()));
        return kits;
    }

    /// The set that a kit is of.
    ///
    /// @throws IllegalArgumentException if no kit was labelled with this number
    public int set(KitNumber kit) {
        Integer set = setOf.get(kit);
        if (set == null) {
            throw new IllegalArgumentException("no kit was labelled " + kit);
        }
        return set;
    }
}
