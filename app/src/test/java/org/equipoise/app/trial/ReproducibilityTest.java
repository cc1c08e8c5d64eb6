package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.equipoise.app.staging.Runner;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.staging.Sweep;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.trial.OperatingCharacteristics;
import org.equipoise.rehearsal.trial.Truths;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same seed gives the same bytes, whatever runs beside.
class ReproducibilityTest {
    private static final int TRIALS = 8;

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void a_trial_has_the_same_archive_alone_and_among_eight_threads(String name) throws Exception {
        Study study = TestStudies.study(name);
        RehearsalPlan plan = TestStudies.plan(study);
        List<byte[]> alone = new ArrayList<>();
        for (long trial = 1; trial <= TRIALS; trial++) {
            alone.add(archive(study, plan, trial));
        }
        List<byte[]> together = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(TRIALS)) {
            List<Future<byte[]>> running = new ArrayList<>();
            for (long trial = TRIALS; trial >= 1; trial--) {
                long number = trial;
                running.addFirst(pool.submit(() -> archive(study, plan, number)));
            }
            for (Future<byte[]> each : running) {
                together.add(each.get());
            }
        }

        assertThat(together).containsExactlyElementsOf(alone);
        assertThat(alone).doesNotHaveDuplicates();
        assertThat(archive(TestStudies.study(name), plan, 7)).isEqualTo(alone.get(6));
    }

    @Test
    void another_seed_is_another_trial() {
        Study study = TestStudies.study("pressure-dose");
        RehearsalPlan plan = TestStudies.plan(study);

        assertThat(archive(new Stage(study, plan, Seed.of(2), 1))).isNotEqualTo(archive(study, plan, 1));
    }

    @Test
    void what_a_design_does_is_the_same_on_one_thread_and_on_eight() {
        OperatingCharacteristics one = evaluated(1, Sweep.Watch.NOBODY);
        OperatingCharacteristics eight = evaluated(8, Sweep.Watch.NOBODY);

        assertThat(one.trials()).isEqualTo(40);
        assertThat(eight.comparisons()).isEqualTo(one.comparisons());
        assertThat(eight.population()).isEqualTo(one.population());
    }

    @Test
    void a_sweep_that_is_stopped_keeps_the_trials_that_were_done() {
        AtomicLong done = new AtomicLong();
        OperatingCharacteristics stopped = evaluated(3, new Sweep.Watch(done::set, () -> done.get() >= 11));
        OperatingCharacteristics eleven = new OperatingCharacteristics(new Truths());
        Study study = TestStudies.study("pressure-dose");
        new Sweep(study, TestStudies.plan(study), Seed.of(1), Runner.FULL, 1).run(11, eleven::add, Sweep.Watch.NOBODY);

        assertThat(stopped.trials()).isEqualTo(11);
        assertThat(stopped.comparisons()).isEqualTo(eleven.comparisons());
    }

    private static OperatingCharacteristics evaluated(int threads, Sweep.Watch watch) {
        Study study = TestStudies.study("pressure-dose");
        OperatingCharacteristics figures = new OperatingCharacteristics(new Truths());
        new Sweep(study, TestStudies.plan(study), Seed.of(1), Runner.FULL, threads).run(40, figures::add, watch);
        return figures;
    }

    private static byte[] archive(Study study, RehearsalPlan plan, long trial) {
        return archive(new Stage(study, plan, Seed.of(1), trial));
    }

    private static byte[] archive(Stage stage) {
        Stage.Set set = stage.ordinary((role, command, outcome) -> {});
        set.trial().conduct();
        set.trial().reveal();
        return stage.archive(set.journal());
    }
}
