package org.equipoise.allocation.supply;

import java.util.Collection;
import java.util.SortedMap;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// One kit of every arm: what serves one dispensing, whoever comes.
///
/// A record prints its components; this one must not, so it prints its name.
public record KitSet(SortedMap<ArmCode, KitNumber> kits) {
    public KitNumber of(ArmCode code) {
        KitNumber kit = kits.get(code);
        if (kit == null) {
            throw new IllegalArgumentException("no arm has the code " + code);
        }
        return kit;
    }

    public Collection<KitNumber> numbers() {
        return kits.values();
    }

    @Override
    public String toString() {
        return "KitSet[withheld]";
    }
}
