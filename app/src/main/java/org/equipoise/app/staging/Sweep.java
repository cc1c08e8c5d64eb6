package org.equipoise.app.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.equipoise.analysis.AnalysisResult;
import org.equipoise.analysis.Analyst;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import org.equipoise.rehearsal.trial.TrialFigures;
import org.equipoise.statistics.random.Seed;

/// Rehearses many trials, each whole and on one thread; threads run trials, never participants. Figures are added in
/// the order of the trials, so
/// the number of threads changes nothing.
public record Sweep(Study study, RehearsalPlan plan, Seed seed) {
    /// Trials handed to the threads at once: enough to keep them busy, few enough that memory does not grow with the
    /// number of trials.
    private static final int BATCH = 64;

    /// The figures of trials 1 to `trials`; `done` hears after each batch how many are done.
    public OperatingCharacteristics run(long trials, int threads, LongConsumer done) {
        OperatingCharacteristics figures = new OperatingCharacteristics();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (long from = 1; from <= trials; from += BATCH) {
                long to = Math.min(trials, from + BATCH - 1);
                List<Future<TrialFigures>> batch = new ArrayList<>();
                LongStream.rangeClosed(from, to).forEach(trial -> batch.add(pool.submit(() -> figures(trial))));
                for (Future<TrialFigures> trial : batch) {
                    figures.add(result(trial));
                }
                done.accept(to);
            }
        }
        return figures;
    }

    private TrialFigures figures(long trial) {
        Stage.Set set = new Stage(study, plan, seed, trial).ordinary((_, _, _) -> {});
        set.trial().conduct();
        set.trial().reveal();
        return TrialFigures.of(results(set));
    }

    private List<AnalysisResult> results(Stage.Set set) {
        TreatmentView view = TreatmentView.of(set.journal().events());
        return Analyst.answer(
                study, study.plan().primary(), Datasets.of(study, set.journal().events(), view), view);
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
