package org.equipoise.statistics.performance;

/// Number, mean and squared deviations of values that come one by one and are not kept.
///
/// Merging in another order moves the last bits; who needs the same bytes merges parts in a fixed order.
/// Source: Welford, Technometrics 4 (1962) 419-420; Chan, Golub and LeVeque, The American Statistician 37 (1983)
/// 242-247.
public final class Moments {
    private long count;
    private double mean;
    private double squares;

    public void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    /// Takes over what the other one has seen.
    public void merge(Moments other) {
        if (other.count == 0) {
            return;
        }
        double off = other.mean - mean;
        long together = count + other.count;
        squares += other.squares + off * off * count / together * other.count;
        mean += off * other.count / together;
        count = together;
    }

    public long count() {
        return count;
    }

    /// 0 where nothing was added.
    public double mean() {
        return mean;
    }

    /// With divisor n - 1; 0 for fewer than two values.
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /// The standard error of the mean.
    public double standardError() {
        return count == 0 ? 0 : StrictMath.sqrt(variance() / count);
    }
}
