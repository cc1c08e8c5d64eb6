package org.equipoise.rehearsal.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a design does over many rehearsed trials: how often each comparison rejects equality, and every arm with all
/// its participants
/// pooled. Trials are added in their order, so the figures do not depend on who finished first.
public final class OperatingCharacteristics {
    private final SequencedMap<String, Tally> contrasts = new LinkedHashMap<>();
    private final SequencedMap<String, Pool> arms = new LinkedHashMap<>();
    private long trials;

    private static final class Tally {
        private final TrialFigures.ContrastFigure named;
        private long rejected;

        Tally(TrialFigures.ContrastFigure named) {
            this.named = named;
        }
    }

    private static final class Pool {
        private final TrialFigures.ArmFigure named;
        private long n;
        private double sum;

        Pool(TrialFigures.ArmFigure named) {
            this.named = named;
        }
    }

    /// How often the test of one comparison rejected equality: the power under this scenario, or the type I error where
    /// there is no
    /// effect. A trial in which the comparison cannot be estimated does not reject.
    ///
    /// @param mcse Monte Carlo standard error, √(p(1 − p)/trials) (Morris, White and Crowther 2019, table 6)
    public record Rejection(String endpoint, String arm, String reference, double power, double mcse) {}

    /// One arm over all trials.
    public record Pooled(String endpoint, String arm, long n, double estimate) {}

    public void add(TrialFigures figures) {
        trials++;
        for (TrialFigures.ContrastFigure figure : figures.contrasts()) {
            Tally tally = contrasts.computeIfAbsent(
                    figure.endpoint() + "|" + figure.arm() + "|" + figure.reference(), _ -> new Tally(figure));
            tally.rejected += figure.rejected() ? 1 : 0;
        }
        for (TrialFigures.ArmFigure figure : figures.arms()) {
            Pool pool = arms.computeIfAbsent(figure.endpoint() + "|" + figure.arm(), _ -> new Pool(figure));
            pool.n += figure.n();
            pool.sum += figure.sum();
        }
    }

    public long trials() {
        return trials;
    }

    public List<Rejection> rejections() {
        List<Rejection> rejections = new ArrayList<>();
        for (Tally tally : contrasts.values()) {
            double power = (double) tally.rejected / trials;
            rejections.add(new Rejection(
                    tally.named.endpoint(),
                    tally.named.arm(),
                    tally.named.reference(),
                    power,
                    Math.sqrt(power * (1 - power) / trials)));
        }
        return rejections;
    }

    public List<Pooled> population() {
        return arms.values().stream()
                .filter(pool -> pool.n > 0)
                .map(pool -> new Pooled(pool.named.endpoint(), pool.named.arm(), pool.n, pool.sum / pool.n))
                .toList();
    }
}
