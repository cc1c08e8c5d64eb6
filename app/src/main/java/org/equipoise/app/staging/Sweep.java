package org.equipoise.app.staging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.trial.TrialFigures;
import org.equipoise.statistics.random.Seed;

/// Rehearses many trials, each whole and on one thread; threads run trials, never participants. Figures are handed
/// on in the order of the trials, so the number of threads changes nothing.
public record Sweep(Study study, RehearsalPlan plan, Seed seed, Runner runner, int threads) {
    /// Trials under way or waiting for their turn, for each thread: enough to keep it busy, few enough that memory does
    /// not grow with the number of trials.
    private static final int AHEAD = 8;

    /// Whoever watches a sweep and may stop it.
    ///
    /// @param done hears how many trials are done
    /// @param stop says that no further trial is wanted
    public record Watch(LongConsumer done, BooleanSupplier stop) {
        public static final Watch NOBODY = new Watch(_ -> {}, () -> false);
    }

    /// Hands on the figures of trials 1 to `trials`, or of those that were done when the watch said stop. How many
    /// those are comes back.
    public long run(long trials, Consumer<TrialFigures> figures, Watch watch) {
        Places places = new Places(study);
        Deque<Future<TrialFigures>> ahead = new ArrayDeque<>();
        long begun = 0;
        long done = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            while (done < trials && !watch.stop().getAsBoolean()) {
                while (begun < trials && ahead.size() < (long) AHEAD * threads) {
                    Stage stage = new Stage(places, plan, seed, ++begun);
                    ahead.add(pool.submit(() -> runner.figures(stage)));
                }
                figures.accept(result(ahead.remove()));
                watch.done().accept(++done);
            }
            ahead.forEach(trial -> trial.cancel(false));
        }
        return done;
    }

    private static TrialFigures result(Future<TrialFigures> trial) {
        try {
            return trial.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a rehearsed trial failed", e.getCause());
        }
    }
}
