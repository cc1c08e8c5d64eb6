package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.equipoise.app.staging.Characteristics;
import org.equipoise.app.staging.Evaluation;
import org.equipoise.app.staging.Runner;
import org.equipoise.app.staging.Sweep;
import org.equipoise.rehearsal.trial.OperatingCharacteristics.Performance;
import org.equipoise.statistics.performance.Figure;
import org.equipoise.statistics.random.Seed;
import org.junit.jupiter.api.Test;

/// The large checks of the trial `il2-lupus`, too long for every build: each prints what
/// docs/reference/operating-characteristics.md records.
///
/// `mvn -pl app -am test -Dtest=LargeChecks -Dsurefire.failIfNoSpecifiedTests=false`.
class LargeChecks {
    private static final String STUDY = "il2-lupus";
    private static final double ALPHA = 0.05;
    private static final long PARTICIPANTS = 40_000;
    private static final long NULL_TRIALS = 20_000;
    private static final long SCENARIO_TRIALS = 1_000;

    @Test
    void ideal_trials_give_back_the_responses_of_the_calibration() throws Exception {
        int size = TestStudies.study(STUDY).design().randomization().participants();
        PooledResponses found = PooledResponses.of(STUDY, "ideal", PARTICIPANTS / size + 1);
        say("| visit | arm | participants | responders | share | standard error |");
        found.byVisit()
                .forEach((at, arms) -> arms.forEach((arm, share) -> say(String.format(
                        Locale.ROOT,
                        "| %s | %s | %,d | %,d | %.4f | %.4f |",
                        at,
                        arm,
                        share.participants(),
                        share.responders(),
                        share.value(),
                        share.monteCarloError()))));

        IdealTest.assertCalibrated(found);
    }

    @Test
    void without_an_effect_equality_is_rejected_no_more_often_than_promised() {
        for (Performance shown : characteristics("null", NULL_TRIALS)) {
            say(line("null", shown));
            double error = Math.sqrt(ALPHA * (1 - ALPHA) / NULL_TRIALS);

            assertThat(shown.trials()).isEqualTo(NULL_TRIALS);
            assertThat(shown.rejection().value()).isLessThan(ALPHA + 3 * error);
            assertThat(shown.disagreements()).isZero();
        }
    }

    @Test
    void every_scenario_is_evaluated() {
        say(
                "| scenario | truth | bias | empirical error | model error | coverage | rejected | not estimable | disagree |");
        for (String scenario : TestStudies.scenarios(STUDY).keySet()) {
            for (Performance shown : characteristics(scenario, SCENARIO_TRIALS)) {
                say(line(scenario, shown));

                assertThat(shown.disagreements()).isZero();
            }
        }
    }

    private static List<Performance> characteristics(String scenario, long trials) {
        TestStudies.Rehearsable rehearsable = TestStudies.rehearsable(STUDY, scenario);
        Evaluation evaluation = new Evaluation(
                rehearsable.study(),
                rehearsable.plan(),
                Seed.of(1),
                Runner.KERNEL,
                Runtime.getRuntime().availableProcessors());
        Characteristics found = evaluation.run(trials, evaluation.usualForTruth(trials), (_, _) -> Sweep.Watch.NOBODY);
        return found.figures().comparisons();
    }

    private static String line(String scenario, Performance shown) {
        List<String> cells = new ArrayList<>(List.of(
                scenario,
                cell(shown.truth()),
                cell(shown.bias()),
                cell(shown.empiricalError()),
                cell(shown.modelError()),
                cell(shown.coverage()),
                cell(Optional.of(shown.rejection())),
                String.valueOf(shown.trials() - shown.estimable()),
                String.valueOf(shown.disagreements())));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String cell(Optional<Figure> figure) {
        return figure.map(found -> String.format(Locale.ROOT, "%.4f (%.4f)", found.value(), found.monteCarloError()))
                .orElse("–");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
