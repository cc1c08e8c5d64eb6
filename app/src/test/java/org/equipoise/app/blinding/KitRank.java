package org.equipoise.app.blinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.KitNumber;

/// Whether the numbers of kits say something of the arm: the Kruskal–Wallis statistic of the kits' ranks by arm code
/// (Kruskal and Wallis 1952), each arm
/// against the rest as in the rank-sum test.
final class KitRank {
    /// Under independence the standardised rank sum is about normal; beyond 5 lies one run in two million.
    private static final double BOUND = 5;

    private KitRank() {}

    static boolean independentOfArm(Map<KitNumber, ArmCode> kits) {
        return kits.values().stream().distinct().allMatch(code -> Math.abs(standardisedRankSum(kits, code)) < BOUND);
    }

    static double standardisedRankSum(Map<KitNumber, ArmCode> kits, ArmCode code) {
        List<ArmCode> byNumber = new ArrayList<>(new TreeMap<>(kits).values());
        double n = byNumber.size();
        double inArm = 0;
        double ranks = 0;
        for (int rank = 1; rank <= n; rank++) {
            if (byNumber.get(rank - 1).equals(code)) {
                inArm++;
                ranks += rank;
            }
        }
        double mean = inArm * (n + 1) / 2;
        double variance = inArm * (n - inArm) * (n + 1) / 12;
        return (ranks - mean) / Math.sqrt(variance);
    }
}
