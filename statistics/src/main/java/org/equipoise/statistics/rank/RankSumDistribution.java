package org.equipoise.statistics.rank;

/// How the number of pairs in which the first of two samples is the greater is distributed, where nothing ties.
///
/// Units are ranked one by one; of those so far, `chosen` belong to the first sample. Only sums of positive terms: no
/// digits are lost. Source: Mann and Whitney (1947), the recurrence in section 3.
final class RankSumDistribution {
    private final double[] probabilities;

    private RankSumDistribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    static RankSumDistribution of(int size1, int size2) {
        double[][] ways = new double[size1 + 1][size1 * size2 + 1];
        ways[0][0] = 1;
        int total = size1 + size2;
        for (int rank = 0; rank < total; rank++) {
            for (int chosen = StrictMath.min(rank, size1 - 1); chosen >= 0; chosen--) {
                // The unit of this rank exceeds those ranked before it that belong to the second sample.
                add(ways[chosen], ways[chosen + 1], rank - chosen);
            }
        }
        double all = 0;
        for (double way : ways[size1]) {
            all += way;
        }
        double[] probabilities = new double[size1 * size2 + 1];
        for (int u = 0; u < probabilities.length; u++) {
            probabilities[u] = ways[size1][u] / all;
        }
        return new RankSumDistribution(probabilities);
    }

    private static void add(double[] from, double[] to, int shift) {
        for (int u = 0; u + shift < to.length; u++) {
            to[u + shift] += from[u];
        }
    }

    double cumulative(int u) {
        double sum = 0;
        for (int below = 0; below <= StrictMath.min(u, probabilities.length - 1); below++) {
            sum += probabilities[below];
        }
        return sum;
    }
}
