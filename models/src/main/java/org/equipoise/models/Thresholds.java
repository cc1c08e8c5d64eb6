package org.equipoise.models;

import static org.equipoise.models.DiseaseItem.PROTEINURIA;

import java.util.EnumMap;
import java.util.Map;
import org.equipoise.statistics.random.RandomStream;

/// One person's thresholds: an item is present while the observed activity is above its own.
///
/// A threshold below 1 means present at baseline and says how long the item persists; one above 1 says how bad
/// the disease must become before the item is new.
final class Thresholds {
    private static final double KEPT_WITHOUT_PROTEINURIA = 0.35;
    private static final double FIRST_NEW_ITEM = 1.15;
    private static final double NEW_ITEM_SPREAD = 0.35;

    private final Map<DiseaseItem, Double> byItem = new EnumMap<>(DiseaseItem.class);

    Thresholds(Chance chance) {
        byItem.put(PROTEINURIA, draw(PROTEINURIA, 1, chance));
        double kept = of(PROTEINURIA) < 1 ? 1 : KEPT_WITHOUT_PROTEINURIA;
        for (DiseaseItem item : DiseaseItem.ALL) {
            if (item != PROTEINURIA) {
                byItem.put(item, draw(item, item.kind == DiseaseItem.Kind.RENAL ? kept : 1, chance));
            }
        }
    }

    double of(DiseaseItem item) {
        return byItem.getOrDefault(item, Double.POSITIVE_INFINITY);
    }

    /// The activity above which a system has an item.
    double of(OrganSystem system) {
        double lowest = Double.POSITIVE_INFINITY;
        for (DiseaseItem item : system.items()) {
            lowest = Math.min(lowest, of(item));
        }
        return lowest;
    }

    private static double draw(DiseaseItem item, double kept, Chance chance) {
        RandomStream stream = chance.stream(item.purpose, 0);
        return stream.bernoulli(item.prevalence * kept)
                ? stream.beta(item.kind.a, item.kind.b)
                : FIRST_NEW_ITEM + stream.exponential(NEW_ITEM_SPREAD / item.prevalence);
    }
}
