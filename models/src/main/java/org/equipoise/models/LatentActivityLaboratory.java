package org.equipoise.models;

import java.util.EnumSet;
import java.util.Set;
import org.equipoise.statistics.random.RandomStream;

/// The three laboratory values from which an item of activity is read, and with them all items.
///
/// Each crosses its limit where the observed activity crosses the item's threshold; the item is then read off
/// the rounded value, so that form and laboratory never disagree.
final class LatentActivityLaboratory {
    private static final long PLATELETS_LOW = 100;
    private static final long LEUKOCYTES_LOW = 300;
    private static final long PROTEIN_HIGH = 50;

    private final Thresholds thresholds;
    private final double usualPlatelets;
    private final double usualLeukocytes;

    LatentActivityLaboratory(Thresholds thresholds, Chance chance) {
        this.thresholds = thresholds;
        RandomStream blood = chance.stream("body/blood-count", 0);
        usualPlatelets = within(140, blood.normal(230, 50), 400);
        usualLeukocytes = within(4, blood.normal(6.5, 1.6), 11);
    }

    /// g/d: 0.5 at the threshold, flatter above it than below.
    Reading urineProtein(double activity) {
        double ratio = activity / thresholds.of(DiseaseItem.PROTEINURIA);
        return Reading.of(within(0.03, 0.5 * StrictMath.pow(ratio, ratio > 1 ? 1.2 : 2.5), 12), 2);
    }

    /// 10*9/L: 100 at the threshold, at most the person's usual count.
    Reading platelets(double activity) {
        double ratio = thresholds.of(DiseaseItem.THROMBOCYTOPENIA) / activity;
        return Reading.of(within(3, 100 * StrictMath.pow(ratio, 0.7), usualPlatelets), 0);
    }

    /// 10*9/L: 3 at the threshold, at most the person's usual count.
    Reading leukocytes(double activity) {
        double ratio = thresholds.of(DiseaseItem.LEUKOPENIA) / activity;
        return Reading.of(within(0.3, 3 * StrictMath.sqrt(ratio), usualLeukocytes), 2);
    }

    /// The items that stand at an activity.
    Set<DiseaseItem> present(double activity) {
        Set<DiseaseItem> present = EnumSet.noneOf(DiseaseItem.class);
        for (DiseaseItem item : DiseaseItem.ALL) {
            if (isPresent(item, activity)) {
                present.add(item);
            }
        }
        return present;
    }

    private boolean isPresent(DiseaseItem item, double activity) {
        return switch (item) {
            case PROTEINURIA -> urineProtein(activity).above(PROTEIN_HIGH);
            case THROMBOCYTOPENIA -> platelets(activity).below(PLATELETS_LOW);
            case LEUKOPENIA -> leukocytes(activity).below(LEUKOCYTES_LOW);
            default -> activity > thresholds.of(item);
        };
    }

    private static double within(double lowest, double value, double highest) {
        return Math.max(lowest, Math.min(value, highest));
    }
}
