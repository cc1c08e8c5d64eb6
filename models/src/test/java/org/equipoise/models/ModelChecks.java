package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.equipoise.models.Il2Equations.ACTIVITY;
import static org.equipoise.models.Il2Equations.COMPETENCE;
import static org.equipoise.models.Il2Equations.DEPOT;
import static org.equipoise.models.Il2Equations.DRIVE;
import static org.equipoise.models.Il2Equations.EFFECTOR;
import static org.equipoise.models.Il2Equations.PLASMA;
import static org.equipoise.models.Il2Equations.TREG;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.equipoise.statistics.ode.DormandPrince;
import org.equipoise.statistics.ode.Rosenbrock;
import org.equipoise.statistics.ode.Solver;
import org.equipoise.statistics.ode.StiffEquations;
import org.equipoise.statistics.ode.Tolerance;
import org.junit.jupiter.api.Test;

/// The large checks of `low-dose-il2`, too long for every build: each prints what docs/reference/model-checks.md
/// records.
///
/// `mvn -pl models -am test -Dtest=ModelChecks -Dsurefire.failIfNoSpecifiedTests=false`. Times are those of the
/// processor in one thread, so that what else the machine does counts little.
class ModelChecks {
    private static final int PEOPLE = 40_000;
    private static final double MILLION = 1e6;
    private static final Map<String, Double> USUAL = People.assuming("");

    @Test
    void responses_are_those_of_the_calibration() {
        Cohort drug = Cohort.of(USUAL, MILLION, 10_000_000, PEOPLE, true);
        Cohort placebo = Cohort.of(USUAL, 0, 20_000_000, PEOPLE, true);
        say(String.format(
                Locale.ROOT, "people an arm %d; of those screened ill enough %.4f", PEOPLE, drug.shareIllEnough()));
        say("| day | drug | se | placebo | se |");
        for (int day : Cohort.DAYS) {
            Cohort.Moments one = drug.of(day, "sri4");
            Cohort.Moments other = placebo.of(day, "sri4");
            say(String.format(
                    Locale.ROOT,
                    "| %d | %.4f | %.4f | %.4f | %.4f |",
                    day,
                    one.mean(),
                    one.errorOfShare(),
                    other.mean(),
                    other.errorOfShare()));
        }
        for (String part : List.of("fall", "new_a", "two_new_b", "pga_rise", "failed")) {
            say(String.format(
                    Locale.ROOT, "day 84 %s %.4f / %.4f", part, drug.share(84, part), placebo.share(84, part)));
        }
        say(String.format(Locale.ROOT, "median scores %s / %s", medians(drug), medians(placebo)));
        for (int day : new int[] {0, 84, 168}) {
            say(String.format(
                    Locale.ROOT,
                    "day %d means: pga %.2f / %.2f, treg %.2f / %.2f %%, prednisone %.1f / %.1f mg",
                    day,
                    drug.share(day, "pga"),
                    placebo.share(day, "pga"),
                    drug.share(day, "treg_percent"),
                    placebo.share(day, "treg_percent"),
                    drug.share(day, "prednisone"),
                    placebo.share(day, "prednisone")));
        }
        assertNear(drug.of(84, "sri4"), 0.559);
        assertNear(placebo.of(84, "sri4"), 0.307);
        assertNear(drug.of(168, "sri4"), 0.668);
        assertNear(placebo.of(168, "sri4"), 0.367);
    }

    private static List<Integer> medians(Cohort cohort) {
        return List.of(cohort.medianScore(0), cohort.medianScore(84), cohort.medianScore(168));
    }

    private static void assertNear(Cohort.Moments here, double expected) {
        assertThat(here.mean()).isCloseTo(expected, within(0.01 + 3 * here.errorOfShare()));
    }

    @Test
    void activity_errs_by_less_than_a_millionth_in_two_thousand_people() {
        double worst = TrajectoryTest.worstError(50_000, 2000);
        say(String.format(Locale.ROOT, "largest relative error of X on any day among 2000 people: %.2e", worst));
        assertThat(worst).isLessThan(1e-6);
    }

    @Test
    void scenarios_do_what_they_are_for() {
        say("| assumptions | drug W12 | placebo W12 | drug W24 | placebo W24 | ill enough |");
        for (String changes : List.of(
                "",
                "suppression=0",
                "effector_goal=2",
                "suppression=0.0175",
                "suppression=0.07",
                "background_target=0.416",
                "background_target=0.65",
                "activity_half_life=23.5",
                "activity_half_life=94",
                "failure_hazard=0.01",
                "failure_hazard=0.04",
                "treg_half=0.25",
                "treg_half=4",
                "treg_growth=0.4",
                "treg_growth=1.2",
                "treg_turnover=0.065",
                "treg_turnover=0.26",
                "uptake_maximum=3000",
                "uptake_maximum=48000",
                "competence_loss=0",
                "competence_loss=2.4",
                "background_target=0.02 background_target_cv=0 activity_half_life=8 noise_sd=0 failure_hazard=0",
                "baseline_inflation=0.3",
                "assessor_optimism=0.3",
                "immunosuppressant_effect=-0.5",
                "assessor_notices=1 assessor_bias=0.3",
                "suppression=0 assessor_notices=1 assessor_bias=0.3")) {
            Cohort drug = Cohort.of(People.assuming(changes), MILLION, 30_000_000, PEOPLE / 5, false);
            Cohort placebo = Cohort.of(People.assuming(changes), 0, 40_000_000, PEOPLE / 5, false);
            say(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    changes,
                    drug.share(84, "sri4"),
                    placebo.share(84, "sri4"),
                    drug.share(168, "sri4"),
                    placebo.share(168, "sri4"),
                    placebo.shareIllEnough()));
        }
        for (double amount : new double[] {0.25e6, 0.5e6, 1e6, 1.5e6, 3e6}) {
            Cohort cohort = Cohort.of(USUAL, amount, 30_000_000, PEOPLE / 5, false);
            say(String.format(
                    Locale.ROOT,
                    "%.2f million IU: %.3f / %.3f",
                    amount / MILLION,
                    cohort.share(84, "sri4"),
                    cohort.share(168, "sri4")));
        }
    }

    @Test
    void solvers_are_compared_at_equal_achieved_error() {
        say(
                "| method | tolerance of T, others | steps | again | µs a person | largest error of X | root mean square |");
        for (double[] tolerance :
                new double[][] {{1e-6, 1e-4}, {1e-7, 1e-4}, {2e-8, 1e-4}, {5e-9, 1e-4}, {1e-7, 1e-7}}) {
            compare(
                    "Dormand-Prince",
                    tolerance,
                    person -> new DormandPrince(new Il2Equations(own(person), false), tolerance(tolerance), 0.01));
        }
        for (double[] tolerance : new double[][] {{1e-5, 1e-4}, {1e-6, 1e-4}, {5e-7, 1e-4}, {1e-7, 1e-4}}) {
            compare(
                    "Rosenbrock",
                    tolerance,
                    person -> new Rosenbrock(new Stiff(own(person)), tolerance(tolerance), 0.01));
        }
    }

    private static void compare(String method, double[] tolerance, IntFunction<Solver> solver) {
        int people = 300;
        double worst = 0;
        double squares = 0;
        long steps = 0;
        long rejections = 0;
        for (int person = 0; person < people; person++) {
            double[] fine = course(
                    person,
                    new DormandPrince(
                            new Il2Equations(own(person), false), tolerance(new double[] {1e-12, 1e-12}), 0.01),
                    false);
            Solver tried = solver.apply(person);
            double[] coarse = course(person, tried, true);
            double error = 0;
            for (int day = 1; day < fine.length; day++) {
                error = Math.max(error, Math.abs(coarse[day] / fine[day] - 1));
            }
            worst = Math.max(worst, error);
            squares += error * error;
            steps += tried.steps();
            rejections += tried.rejections();
        }
        long time = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = processorTime();
            for (int person = 0; person < people; person++) {
                course(person, solver.apply(person), true);
            }
            time = Math.min(time, processorTime() - start);
        }
        say(String.format(
                Locale.ROOT,
                "| %s | %.0e, %.0e | %d | %d | %.0f | %.1e | %.1e |",
                method,
                tolerance[0],
                tolerance[1],
                steps / people,
                rejections / people,
                time / 1000.0 / people,
                worst,
                Math.sqrt(squares / people)));
    }

    /// X on whole days under 21 full doses; depot and plasma are emptied between cycles as the model does.
    private static double[] course(int person, Solver solver, boolean emptied) {
        Constitution own = own(person);
        double[] state = new Il2Equations(own, false).untouched(1);
        double[] days = new double[169];
        for (int day = 0; day < 168; day++) {
            if (People.THREE_CYCLES.contains(day)) {
                state[DEPOT] += MILLION;
                solver.restart();
            }
            solver.advance(day, day + 1, state);
            if (emptied && state[DEPOT] != 0 && own.inflow * state[DEPOT] < 1e-6 * own.tregHalf * own.elimination) {
                state[DEPOT] = 0;
                state[PLASMA] = 0;
                solver.restart();
            }
            days[day + 1] = state[ACTIVITY];
        }
        return days;
    }

    @Test
    void time_is_spent_where_the_page_says() {
        for (int round = 0; round < 3; round++) {
            List<String> lines = new ArrayList<>();
            for (double amount : new double[] {MILLION, 0}) {
                long screening = 0;
                long course = 0;
                long visits = 0;
                int people = 0;
                for (long person = 60_000_000; people < 3000; person++) {
                    long start = processorTime();
                    Body body = People.underIl2(USUAL, person);
                    boolean ill = Sri4.score(body.observe("lupus.activity", 0)) >= 8;
                    long screened = processorTime();
                    screening += screened - start;
                    if (ill) {
                        people++;
                        Sri4 baseline = Sri4.of(body, 0);
                        People.giveThreeCycles(body, amount);
                        body.observe("lupus.pga", 168);
                        long lived = processorTime();
                        for (int day : Cohort.DAYS) {
                            assertThat(Sri4.of(body, day).responds(baseline) && day == 0)
                                    .isFalse();
                        }
                        course += lived - screened;
                        visits += processorTime() - lived;
                    }
                }
                double all = (screening + course + visits) / 1000.0 / people;
                lines.add(String.format(
                        Locale.ROOT,
                        "%.0f IU: %.0f µs a participant (screening 1.5 people %.0f, course %.0f, ten looks and responses %.0f), %.0f a second",
                        amount,
                        all,
                        screening / 1000.0 / people,
                        course / 1000.0 / people,
                        visits / 1000.0 / people,
                        1e6 / all));
            }
            lines.add(textsPerSecond());
            if (round == 2) {
                lines.forEach(ModelChecks::say);
            }
        }
    }

    private static String textsPerSecond() {
        long texts = 0;
        long length = 0;
        long start = processorTime();
        for (int person = 0; person < 1000; person++) {
            Body body = People.underIl2(USUAL, person);
            for (int day : Cohort.DAYS) {
                for (String observable : new LowDoseIl2().observables()) {
                    for (String text : body.observe(observable, day).values()) {
                        texts++;
                        length += text.length();
                    }
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "%.0f texts a second, all observables of placebo (%d characters)",
                texts * 1e9 / (processorTime() - start),
                length);
    }

    private static Constitution own(int person) {
        return new Constitution(Assumptions.of(new LowDoseIl2(), USUAL), People.chance(70_000_000L + person), 1);
    }

    /// The tolerance of Treg, then that of drug and competence; the rest as the model has them, or the first if
    /// coarser.
    private static Tolerance tolerance(double[] given) {
        double[] relative = new double[7];
        Arrays.fill(relative, Math.min(given[1], Math.max(given[0], 1e-7)));
        relative[DEPOT] = given[1];
        relative[PLASMA] = given[1];
        relative[COMPETENCE] = given[1];
        relative[TREG] = given[0];
        double[] absolute = relative.clone();
        absolute[DEPOT] = 100 * given[1];
        absolute[PLASMA] = 0.01 * given[1];
        return Tolerance.each(relative, absolute);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /// The equations of disease with their derivatives, for the implicit method.
    private static final class Stiff implements StiffEquations {
        private final Constitution own;
        private final Il2Equations equations;

        Stiff(Constitution own) {
            this.own = own;
            equations = new Il2Equations(own, false);
        }

        @Override
        public int size() {
            return equations.size();
        }

        @Override
        public void slope(double time, double[] state, double[] slope) {
            equations.slope(time, state, slope);
        }

        @Override
        public void jacobian(double[] state, double[][] jacobian) {
            for (double[] row : jacobian) {
                Arrays.fill(row, 0);
            }
            double c = state[PLASMA];
            double r = state[COMPETENCE];
            double t = state[TREG];
            double e = state[EFFECTOR];
            double free = own.uptakeHalf + c;
            double signal = c / (own.tregHalf + c);
            double steepness = own.tregHalf / ((own.tregHalf + c) * (own.tregHalf + c));
            double growth = own.tregGrowth * t * (1 - t / own.tregCeiling);
            jacobian[DEPOT][DEPOT] = -own.absorption;
            jacobian[PLASMA][DEPOT] = own.inflow;
            jacobian[PLASMA][PLASMA] = -own.elimination - own.uptake * t * own.uptakeHalf / (free * free);
            jacobian[PLASMA][TREG] = -own.uptake * c / free;
            jacobian[COMPETENCE][PLASMA] = -own.competenceLoss * r * steepness;
            jacobian[COMPETENCE][COMPETENCE] = -own.competenceRecovery - own.competenceLoss * signal;
            jacobian[TREG][PLASMA] = growth * r * steepness;
            jacobian[TREG][COMPETENCE] = growth * signal;
            jacobian[TREG][TREG] = -own.tregTurnover + own.tregGrowth * r * signal * (1 - 2 * t / own.tregCeiling);
            double pushed = t > 1 ? own.suppression : 0;
            double change = own.effectorReturn * (1 - e) + pushed * (t - 1) * (own.effectorGoal - e);
            double power = own.effectorExponent * state[DRIVE] / e;
            jacobian[EFFECTOR][TREG] = pushed * (own.effectorGoal - e);
            jacobian[EFFECTOR][EFFECTOR] = -own.effectorReturn - pushed * (t - 1);
            jacobian[DRIVE][TREG] = power * jacobian[EFFECTOR][TREG];
            jacobian[DRIVE][EFFECTOR] = power * (jacobian[EFFECTOR][EFFECTOR] - change / e);
            jacobian[DRIVE][DRIVE] = own.effectorExponent * change / e;
            jacobian[ACTIVITY][DRIVE] = own.activityRate * own.target;
            jacobian[ACTIVITY][ACTIVITY] = -own.activityRate;
        }
    }
}
