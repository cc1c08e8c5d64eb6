package org.equipoise.app.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.equipoise.analysis.Analyst;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.course.Places;
import org.equipoise.rehearsal.kernel.KernelTrial;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.statistics.random.Seed;

/// What one whole trial costs in either runner, part by part: processor time of one thread, so that what else the
/// machine does counts little. Every round is another trial; the median counts.
public final class RunnerBenchmark {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final Study study;
    private final RehearsalPlan plan;
    private final Places places;
    private final Map<String, List<Double>> parts = new LinkedHashMap<>();
    private long changes;

    private RunnerBenchmark(Study study) {
        this.study = study;
        this.plan = TestStudies.plan(study);
        this.places = new Places(study);
    }

    /// Prints what each runner does in a second.
    ///
    /// @param arguments the study, and how many trials of each runner are measured; half as many warm up
    public static void main(String[] arguments) {
        RunnerBenchmark benchmark =
                new RunnerBenchmark(TestStudies.study(arguments.length > 0 ? arguments[0] : "il2-lupus"));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        System.out.printf(
                Locale.ROOT,
                "%s, %s %s, %d processors, load %.1f%n",
                benchmark.study.id(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        benchmark.kernel(10 * rounds);
        benchmark.full(rounds);
    }

    private Stage stage(int trial) {
        return new Stage(places, plan, Seed.of(1), trial);
    }

    private void kernel(int rounds) {
        for (int trial = -rounds / 2; trial < rounds; trial++) {
            Stage stage = stage(rounds + trial);
            KernelTrial kernel = stage.kernel();
            time("kernel: people, from screening to the end", trial, kernel::run);
            time(
                    "kernel: responses and test",
                    trial,
                    () -> kernel.figures(stage.secrets().arms().arms()));
        }
        print("a trial of the kernel");
    }

    private void full(int rounds) {
        for (int trial = -rounds / 2; trial < rounds; trial++) {
            Stage stage = stage(rounds + trial);
            Stage.Set set = stage.ordinary((_, _, _) -> {});
            time("full: conduct, from opening to lock", trial, set.trial()::conduct);
            time("full: reveal", trial, set.trial()::reveal);
            time("full: data sets and primary analysis", trial, () -> answer(set.journal()));
            changes += trial < 0 ? 0 : changes(set.journal());
        }
        double milliseconds = print("a trial of the full runner");
        System.out.printf(
                Locale.ROOT,
                "%,d item changes a trial, %,.0f a second and core%n",
                changes / rounds,
                1000.0 * changes / rounds / milliseconds);
    }

    private void answer(Journal journal) {
        TreatmentView view = TreatmentView.of(journal.events());
        Analyst.answer(study, study.plan().primary(), Datasets.of(study, journal.events(), view), view);
    }

    private static long changes(Journal journal) {
        return StreamSupport.stream(journal.events().spliterator(), false)
                .map(event ->
                        event.event() instanceof FormEvent form ? form.changes().size() : 0)
                .mapToLong(Integer::longValue)
                .sum();
    }

    private void time(String part, int round, Runnable work) {
        long from = THREAD.getCurrentThreadCpuTime();
        work.run();
        double milliseconds = (THREAD.getCurrentThreadCpuTime() - from) / 1e6;
        if (round >= 0) {
            parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(milliseconds);
        }
    }

    private double print(String whole) {
        double sum = 0;
        for (Map.Entry<String, List<Double>> part : parts.entrySet()) {
            double[] sorted =
                    part.getValue().stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            double median = sorted[sorted.length / 2];
            sum += median;
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %9.3f ms (median of %d; best %.3f)%n",
                    part.getKey(),
                    median,
                    sorted.length,
                    sorted[0]);
        }
        System.out.printf(Locale.ROOT, "%-44s %9.3f ms%n", whole, sum);
        parts.clear();
        return sum;
    }
}
