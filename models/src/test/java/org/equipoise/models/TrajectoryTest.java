package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.equipoise.models.Il2Equations.ACTIVITY;
import static org.equipoise.models.Il2Equations.COMPETENCE;
import static org.equipoise.models.Il2Equations.DEPOT;
import static org.equipoise.models.Il2Equations.DRIVE;
import static org.equipoise.models.Il2Equations.EFFECTOR;
import static org.equipoise.models.Il2Equations.NK;
import static org.equipoise.models.Il2Equations.PLASMA;
import static org.equipoise.models.Il2Equations.RECEPTOR;
import static org.equipoise.models.Il2Equations.TREG;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.equipoise.statistics.ode.DormandPrince;
import org.equipoise.statistics.ode.Equations;
import org.equipoise.statistics.ode.Solver;
import org.equipoise.statistics.ode.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The model's course under doses against trajectories that other software computed, and what must hold along any
/// course. One file because all of it integrates the same equations.
class TrajectoryTest {
    private static final double MILLION = 1e6;
    private static final int END = 168;
    private static final Map<String, Integer> STATES =
            Map.of("C", PLASMA, "R", COMPETENCE, "T", TREG, "S", RECEPTOR, "N", NK, "E", EFFECTOR, "X", ACTIVITY);

    /// Half of the last of six printed decimals, and what the finest tolerance leaves.
    private static final double PRINTED = 5.1e-7;

    private static final double TEN_DIGITS = 3e-9;

    static List<String> cases() {
        return Repository.table("low-dose-il2/cases.csv").stream()
                .map(row -> row.get("case"))
                .toList();
    }

    @Test
    void the_published_trajectory_is_met_to_its_printed_digits() {
        Course fine = new Course("typical", TrajectoryTest::finest);
        for (Map<String, String> row : Repository.table("low-dose-il2/published.csv")) {
            double[] state = fine.at(Double.parseDouble(row.get("time")));
            STATES.forEach((name, place) -> assertThat(state[place])
                    .as(name + " at " + row.get("time"))
                    .isCloseTo(Double.parseDouble(row.get(name)), within(PRINTED)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void all_states_are_those_of_the_reference(String name) {
        Course fine = new Course(name, TrajectoryTest::finest);
        for (Map<String, String> row : rows(name)) {
            double[] state = fine.at(Double.parseDouble(row.get("time")));
            STATES.forEach((letter, place) -> {
                double expected = Double.parseDouble(row.get(letter));
                assertThat(state[place])
                        .as(letter + " at " + row.get("time"))
                        .isCloseTo(expected, within(TEN_DIGITS * Math.max(1, Math.abs(expected))));
            });
            double drive = Math.pow(Double.parseDouble(row.get("E")), 1.2);
            assertThat(state[DRIVE]).isCloseTo(drive, within(TEN_DIGITS));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void at_its_own_tolerance_activity_errs_by_less_than_a_millionth(String name) {
        Trajectory disease = dosed(name, false);
        Trajectory blood = dosed(name, true);
        for (Map<String, String> row : rows(name)) {
            double time = Double.parseDouble(row.get("time"));
            if (time == Math.rint(time)) {
                double activity = Double.parseDouble(row.get("X"));
                assertThat(disease.on((int) time)).isCloseTo(activity, within(1e-6 * activity));
                for (String letter : List.of("T", "S", "N")) {
                    assertThat(blood.state((int) time)[STATES.get(letter)])
                            .as(letter + " on " + time)
                            .isCloseTo(Double.parseDouble(row.get(letter)), within(3e-5));
                }
            }
        }
    }

    @Test
    void people_of_all_kinds_err_by_less_than_a_millionth() {
        assertThat(worstError(0, 40)).isLessThan(1e-6).isPositive();
    }

    /// The largest relative error of activity on any day among people numbered so, under 21 full doses.
    static double worstError(long first, int people) {
        double worst = 0;
        for (long person = first; person < first + people; person++) {
            Constitution own = someone(person);
            Trajectory disease = new Trajectory(own, false);
            Course fine = new Course(
                    own, People.THREE_CYCLES.stream().map(day -> (double) day).toList());
            for (int day : People.THREE_CYCLES) {
                disease.dose(day, MILLION);
            }
            for (int day = 1; day <= END; day++) {
                worst = Math.max(worst, Math.abs(disease.on(day) / fine.at(day)[ACTIVITY] - 1));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_was_given_is_what_left_and_what_is_there(String name) {
        Constitution own = People.typical(row(name).get("changed"));
        Bookkeeping books = new Bookkeeping(own);
        Solver solver = new DormandPrince(books, books.tolerance(), 0.01);
        double[] state = Arrays.copyOf(new Il2Equations(own, true).untouched(1), books.size());
        double given = 0;
        double time = 0;
        for (double dose : doses(name)) {
            solver.advance(time, dose, state);
            assertThat(books.accountedFor(state)).isCloseTo(given, within(1e-9 * given));
            state[DEPOT] += amount(name);
            given += own.bioavailability * amount(name);
            solver.restart();
            time = dose;
        }
        solver.advance(time, END, state);
        assertThat(books.accountedFor(state)).isCloseTo(given, within(1e-12 * given));
        if (name.equals("typical")) {
            assertThat(given).isCloseTo(7_350_000, within(1e-6));
            assertThat(state[Bookkeeping.LINEAR]).isCloseTo(4_781_234, within(1.0));
            assertThat(state[Bookkeeping.BY_TREG]).isCloseTo(2_568_766, within(1.0));
        }
    }

    @Test
    void without_uptake_plasma_follows_its_closed_form() {
        Constitution own = People.typical("uptake_maximum=1e-12");
        Course fine = new Course(own, List.of(0.0));
        double in = own.absorption;
        double out = own.elimination;
        double peak = 0;
        for (int step = 1; step <= 480; step++) {
            double time = step / 240.0;
            double expected = own.inflow * MILLION / (in - out) * (Math.exp(-out * time) - Math.exp(-in * time));
            assertThat(fine.at(time)[PLASMA]).isCloseTo(expected, within(1e-9 * expected));
            peak = Math.max(peak, expected);
        }
        assertThat(peak).isCloseTo(4.43, within(0.005));
        assertThat(24 * own.inflow * MILLION / (in * out)).isCloseTo(43.75, within(1e-9));
    }

    @Test
    void without_doses_only_activity_moves_and_as_the_closed_form_says() {
        Constitution own = People.typical("");
        Trajectory untouched = new Trajectory(own, true);
        Trajectory placebo = new Trajectory(own, true);
        People.THREE_CYCLES.forEach(day -> placebo.dose(day, 0));
        for (int day = 0; day <= END; day++) {
            double[] state = untouched.state(day);
            double activity = 0.52 + 0.48 * Math.exp(-Math.log(2) / 47 * day);
            assertThat(state[ACTIVITY]).isCloseTo(activity, within(1e-14));
            assertThat(Arrays.copyOfRange(state, COMPETENCE, ACTIVITY)).containsOnly(1.0);
            assertThat(new double[] {state[RECEPTOR], state[NK]}).containsOnly(1.0);
            assertThat(state).containsExactly(placebo.state(day));
        }
        assertThat(untouched.on(84)).isCloseTo(0.65907, within(5e-6));
        assertThat(untouched.on(168)).isCloseTo(0.56029, within(5e-6));
    }

    @Test
    void states_keep_within_their_bounds_in_people_of_all_kinds() {
        for (long person = 0; person < 300; person++) {
            Constitution own = someone(person);
            Trajectory course = new Trajectory(own, true);
            People.THREE_CYCLES.forEach(day -> course.dose(day, MILLION));
            for (int day = 0; day <= END; day++) {
                double[] state = course.state(day);
                assertThat(state[DEPOT]).isNotNegative();
                assertThat(state[PLASMA]).isGreaterThan(-1e-6);
                assertThat(state[COMPETENCE]).isPositive().isLessThan(1 + 1e-4);
                assertThat(state[TREG]).isBetween(1 - 1e-7, own.tregCeiling);
                assertThat(state[EFFECTOR]).isPositive().isLessThan(1 + 1e-6);
                assertThat(state[ACTIVITY]).isPositive();
                assertThat(state[RECEPTOR]).isGreaterThan(1 - 1e-4);
                assertThat(state[NK]).isBetween(1 - 1e-5, own.nkCeiling);
            }
            assertThat(course.state(98)[TREG]).isLessThan(1.5);
        }
    }

    @Test
    void more_drug_is_never_less_of_anything_and_less_disease() {
        Constitution own = People.typical("");
        double[] last = {0, 1, 2};
        for (double amount : new double[] {0.25e6, 0.5e6, 1e6, 1.5e6, 3e6, 20e6}) {
            double peak = peakAfterDose(own, amount, 1);
            Trajectory course = new Trajectory(own, false);
            double cells = 0;
            for (int day : People.THREE_CYCLES) {
                course.dose(day, amount);
                cells = Math.max(cells, course.state(day)[TREG]);
            }
            assertThat(peak).isGreaterThan(last[0]);
            assertThat(cells).isGreaterThan(last[1]);
            assertThat(course.on(84)).isLessThan(last[2]).isPositive();
            last = new double[] {peak, cells, course.on(84)};
        }
    }

    @Test
    void the_last_dose_peaks_lower_than_the_first_because_treg_take_it_up() {
        Constitution own = People.typical("");
        assertThat(peakAfterDose(own, MILLION, 1)).isCloseTo(3.77, within(0.005));
        assertThat(peakAfterDose(own, MILLION, 7)).isBetween(3.34, 3.5);
        assertThat(peakAfterDose(own, MILLION, 21)).isCloseTo(3.34, within(0.005));
        Constitution none = People.typical("uptake_maximum=1e-12");
        assertThat(peakAfterDose(none, MILLION, 21)).isCloseTo(peakAfterDose(none, MILLION, 1), within(2e-3));
    }

    @Test
    void after_the_last_dose_the_cells_return_to_where_they_were() {
        Trajectory course = new Trajectory(People.typical(""), true);
        People.THREE_CYCLES.forEach(day -> course.dose(day, MILLION));
        assertThat(course.state(98)[TREG]).isBetween(1.02, 1.03);
        assertThat(course.state(168)[TREG]).isCloseTo(1, within(1e-5));
        assertThat(course.state(84)[DEPOT]).isZero();
        assertThat(course.state(84)[PLASMA]).isZero();
    }

    @Test
    void harm_mirrors_benefit_in_what_drives_the_disease() {
        Trajectory benefit = new Trajectory(People.typical(""), false);
        Trajectory harm = new Trajectory(People.typical("effector_goal=2"), false);
        Trajectory nothing = new Trajectory(People.typical("effector_goal=1"), false);
        Trajectory placebo = new Trajectory(People.typical(""), false);
        for (int day : People.THREE_CYCLES) {
            List.of(benefit, harm, nothing).forEach(course -> course.dose(day, MILLION));
        }
        for (int day = 0; day <= END; day++) {
            assertThat(harm.state(day)[EFFECTOR] - 1).isCloseTo(1 - benefit.state(day)[EFFECTOR], within(1e-6));
            assertThat(nothing.on(day)).isCloseTo(placebo.on(day), within(1e-9));
        }
        assertThat(harm.on(84)).isGreaterThan(nothing.on(84) + 0.1);
    }

    @Test
    void when_one_looks_changes_no_bit() {
        for (long person = 0; person < 20; person++) {
            Trajectory never = new Trajectory(someone(person), false);
            Trajectory always = new Trajectory(someone(person), false);
            for (double day : new double[] {0, 2.4, 4, 6.9, 8, 28, 29.99, 32, 60.5}) {
                for (int look = (int) day; look >= 0; look--) {
                    always.on(look);
                }
                always.dose(day, MILLION);
                never.dose(day, MILLION);
            }
            for (int day = 0; day <= END; day++) {
                assertThat(always.on(day)).isEqualTo(never.on(day));
            }
        }
    }

    /// Steps of an hour are a quarter of the shortest half-life that most people have, and yet far too long for some.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_fixed_step_that_serves_a_typical_person_fails_another(boolean typical) {
        Constitution own = People.typical(typical ? "" : "volume=7 clearance=16 uptake_maximum=60000");
        double[] state = new Il2Equations(own, false).untouched(1);
        double largest = 0;
        for (int hour = 0; hour < 13 * 24; hour++) {
            state[DEPOT] += hour % 48 == 0 ? MILLION : 0;
            rungeKutta(new Il2Equations(own, false), state, 1.0 / 24);
            largest = Math.max(largest, Math.abs(state[PLASMA]));
        }
        Course adaptive = new Course(own, List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0));
        assertThat(Math.abs(state[TREG] - adaptive.at(13)[TREG]) < 0.01).isEqualTo(typical);
        assertThat(largest < 10).isEqualTo(typical);
    }

    private static void rungeKutta(Equations equations, double[] y, double h) {
        double[][] k = new double[4][y.length];
        double[] inner = y.clone();
        for (int stage = 0; stage < 4; stage++) {
            for (int i = 0; i < y.length && stage > 0; i++) {
                inner[i] = y[i] + (stage == 3 ? h : h / 2) * k[stage - 1][i];
            }
            equations.slope(0, inner, k[stage]);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
        }
    }

    /// The highest concentration in the day after the n-th dose of three cycles.
    private static double peakAfterDose(Constitution own, double amount, int dose) {
        Equations equations = new Il2Equations(own, false);
        Solver solver = new DormandPrince(equations, finest(equations.size()), 0.01);
        double[] state = new Il2Equations(own, false).untouched(1);
        for (int given = 0; given < dose - 1; given++) {
            state[DEPOT] += amount;
            solver.restart();
            solver.advance(People.THREE_CYCLES.get(given), People.THREE_CYCLES.get(given + 1), state);
        }
        state[DEPOT] += amount;
        solver.restart();
        double peak = 0;
        for (int step = 0; step < 100; step++) {
            solver.advance(step / 100.0, (step + 1) / 100.0, state);
            peak = Math.max(peak, state[PLASMA]);
        }
        return peak;
    }

    private static Constitution someone(long person) {
        return new Constitution(Assumptions.of(new LowDoseIl2(), People.assuming("")), People.chance(person), 1);
    }

    private static Tolerance finest(int size) {
        double[] relative = new double[size];
        double[] absolute = new double[size];
        Arrays.fill(relative, 1e-12);
        Arrays.fill(absolute, 1e-12);
        absolute[DEPOT] = 1e-6;
        return Tolerance.each(relative, absolute);
    }

    private static Map<String, String> row(String name) {
        return Repository.table("low-dose-il2/cases.csv").stream()
                .filter(row -> row.get("case").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> rows(String name) {
        List<Map<String, String>> rows = Repository.table("low-dose-il2/trajectory.csv").stream()
                .filter(row -> row.get("case").equals(name))
                .toList();
        assertThat(rows).hasSize(25);
        return rows;
    }

    private static List<Double> doses(String name) {
        return Arrays.stream(row(name).get("doses").split(" "))
                .map(Double::valueOf)
                .toList();
    }

    private static double amount(String name) {
        return Double.parseDouble(row(name).get("amount"));
    }

    private static Trajectory dosed(String name, boolean blood) {
        Trajectory course = new Trajectory(People.typical(row(name).get("changed")), blood);
        doses(name).forEach(day -> course.dose(day, amount(name)));
        return course;
    }

    /// All states at any time, just after a dose that is given then; times are asked in their order.
    private static final class Course {
        private final Equations equations;
        private final Solver solver;
        private final TreeMap<Double, Double> due = new TreeMap<>();
        private final double[] state;
        private double time;

        Course(String name, Function<Integer, Tolerance> tolerance) {
            this(People.typical(row(name).get("changed")), doses(name), amount(name), tolerance);
        }

        Course(Constitution own, List<Double> doses) {
            this(own, doses, MILLION, TrajectoryTest::finest);
        }

        private Course(Constitution own, List<Double> doses, double amount, Function<Integer, Tolerance> tolerance) {
            Il2Equations all = new Il2Equations(own, true);
            equations = all;
            solver = new DormandPrince(equations, tolerance.apply(equations.size()), 1e-4);
            state = all.untouched(1);
            doses.forEach(day -> due.put(day, amount));
        }

        double[] at(double when) {
            while (!due.isEmpty() && due.firstKey() <= when) {
                double day = due.firstKey();
                solver.advance(time, day, state);
                time = day;
                state[DEPOT] += due.pollFirstEntry().getValue();
                solver.restart();
            }
            solver.advance(time, when, state);
            time = when;
            return state;
        }
    }

    /// The equations of the model, and beside them what left the body by each of two ways, as the page defines it.
    private static final class Bookkeeping implements Equations {
        static final int LINEAR = 10;
        static final int BY_TREG = 11;

        private final Constitution own;
        private final Il2Equations equations;

        Bookkeeping(Constitution own) {
            this.own = own;
            equations = new Il2Equations(own, true);
        }

        @Override
        public int size() {
            return BY_TREG + 1;
        }

        @Override
        public void slope(double time, double[] state, double[] slope) {
            equations.slope(time, state, slope);
            slope[LINEAR] = own.plasma * own.elimination * state[PLASMA];
            slope[BY_TREG] = own.plasma * own.uptake * state[TREG] * state[PLASMA] / (own.uptakeHalf + state[PLASMA]);
        }

        double accountedFor(double[] state) {
            return own.bioavailability * state[DEPOT] + own.plasma * state[PLASMA] + state[LINEAR] + state[BY_TREG];
        }

        /// It knows nothing of the books, and they are kept to rounding all the same.
        Tolerance tolerance() {
            double[] lax = new double[size()];
            Arrays.fill(lax, 1e-7);
            double[] absolute = lax.clone();
            absolute[LINEAR] = 1e6;
            absolute[BY_TREG] = 1e6;
            return Tolerance.each(lax, absolute);
        }
    }
}
