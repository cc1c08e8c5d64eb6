package org.equipoise.statistics.performance;

import java.util.Optional;

/// What repetitions of one design under one truth have shown, gathered one by one in constant memory.
///
/// A repetition whose analysis has no answer rejects nothing, so it counts in the rejection rate; bias, errors and
/// coverage speak of those with an answer, whose number stands beside them.
/// Source: Morris, White and Crowther, Statistics in Medicine 38 (2019) 2074-2102, table 6.
public final class OperatingCharacteristics {
    private final double truth;
    private final Moments estimates = new Moments();
    private final Moments squaredErrors = new Moments();
    private final Moments variances = new Moments();
    private final Moments covered = new Moments();
    private final Moments rejected = new Moments();

    /// Nothing gathered yet.
    ///
    /// @param truth the value of the estimand under which the data are made
    public OperatingCharacteristics(double truth) {
        this.truth = truth;
    }

    public void add(Repetition repetition) {
        double estimate = repetition.estimate();
        estimates.add(estimate);
        squaredErrors.add((estimate - truth) * (estimate - truth));
        repetition.standardError().ifPresent(error -> variances.add(error * error));
        covered.add(repetition.interval().contains(truth) ? 1 : 0);
        rejected.add(repetition.rejects() ? 1 : 0);
    }

    /// A repetition whose analysis has no answer.
    public void addNotEstimable() {
        rejected.add(0);
    }

    /// Takes over the repetitions that another one has gathered under the same truth.
    public void merge(OperatingCharacteristics other) {
        if (truth != other.truth) {
            throw new IllegalArgumentException(
                    "Repetitions under " + other.truth + " say nothing of those under " + truth + ".");
        }
        estimates.merge(other.estimates);
        squaredErrors.merge(other.squaredErrors);
        variances.merge(other.variances);
        covered.merge(other.covered);
        rejected.merge(other.rejected);
    }

    public double truth() {
        return truth;
    }

    public long repetitions() {
        return rejected.count();
    }

    /// Repetitions whose analysis has an answer.
    public long estimable() {
        return estimates.count();
    }

    /// The mean of the estimates; empty, as everything that varies, for fewer than two of them.
    public Optional<Figure> estimate() {
        return figure(estimates, estimates.mean(), estimates.standardError());
    }

    public Optional<Figure> bias() {
        return figure(estimates, estimates.mean() - truth, estimates.standardError());
    }

    /// The standard deviation of the estimates.
    public Optional<Figure> empiricalError() {
        double error = StrictMath.sqrt(estimates.variance());
        return figure(estimates, error, error / StrictMath.sqrt(2.0 * (estimates.count() - 1)));
    }

    public Optional<Figure> meanSquaredError() {
        return figure(squaredErrors, squaredErrors.mean(), squaredErrors.standardError());
    }

    /// The root of the mean of the squared standard errors that the analyses state.
    public Optional<Figure> modelError() {
        double error = StrictMath.sqrt(variances.mean());
        return error == 0 ? Optional.empty() : figure(variances, error, variances.standardError() / (2 * error));
    }

    /// By what share the model error exceeds the empirical one: 0 where analyses state their uncertainty rightly.
    public Optional<Figure> relativeError() {
        if (variances.mean() == 0 || estimates.variance() == 0) {
            return Optional.empty();
        }
        double ratio = StrictMath.sqrt(variances.mean() / estimates.variance());
        double ofModel = variances.standardError() / (2 * variances.mean());
        double ofEmpirical = 1 / StrictMath.sqrt(2.0 * (estimates.count() - 1));
        return figure(variances, ratio - 1, ratio * StrictMath.hypot(ofModel, ofEmpirical));
    }

    /// How often the interval contains the truth.
    public Optional<Figure> coverage() {
        return rate(covered);
    }

    /// Power where there is something to find, and type I error where there is not.
    public Optional<Figure> rejectionRate() {
        return rate(rejected);
    }

    private static Optional<Figure> rate(Moments zerosAndOnes) {
        double rate = zerosAndOnes.mean();
        return zerosAndOnes.count() == 0
                ? Optional.empty()
                : Optional.of(new Figure(rate, StrictMath.sqrt(rate * (1 - rate) / zerosAndOnes.count())));
    }

    private static Optional<Figure> figure(Moments of, double value, double error) {
        return of.count() < 2 ? Optional.empty() : Optional.of(new Figure(value, error));
    }
}
