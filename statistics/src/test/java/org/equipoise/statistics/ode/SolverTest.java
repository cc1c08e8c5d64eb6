package org.equipoise.statistics.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverTest {
    private static final double FIRST_STEP = 1e-4;

    /// One component that grows, and one that the time itself drives.
    private static final Equations DRIVEN = new Equations() {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public void slope(double time, double[] state, double[] slope) {
            slope[0] = state[0];
            slope[1] = -state[1] + StrictMath.cos(time);
        }
    };

    @ParameterizedTest
    @EnumSource
    void the_implicit_method_finds_the_solutions_of_the_reference(Problem problem) {
        assertFound(problem, tolerance -> new Rosenbrock(problem, tolerance, FIRST_STEP), 1e-9, 1e-7);
    }

    @ParameterizedTest
    @EnumSource(names = {"PREDATORS", "BRUSSELATOR"})
    void the_explicit_method_finds_the_solutions_of_the_reference(Problem problem) {
        assertFound(problem, tolerance -> new DormandPrince(problem, tolerance, FIRST_STEP), 1e-11, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"explicit, 5, 0.8", "implicit, 4, 0.7"})
    void the_error_falls_with_the_tolerance_as_the_order_says(String method, double order, double atLeast) {
        double coarse = errorOf(method, 1e-5);
        double fine = errorOf(method, 1e-9);

        assertThat(StrictMath.log10(coarse / fine) / 4).isBetween(atLeast, order / (order - 1) + 0.15);
    }

    @Test
    void unequal_rates_cost_the_implicit_method_few_steps_and_the_explicit_one_very_many() {
        Solver explicit = new DormandPrince(Problem.ROBERTSON, Problem.ROBERTSON.tolerance(1e-6, 1e-10), FIRST_STEP);
        Solver implicit = new Rosenbrock(Problem.ROBERTSON, Problem.ROBERTSON.tolerance(1e-6, 1e-10), FIRST_STEP);
        explicit.advance(0, 40, new double[] {1, 0, 0});
        implicit.advance(0, 40, new double[] {1, 0, 0});

        assertThat(implicit.steps()).isLessThan(100);
        assertThat(explicit.steps()).isGreaterThan(100 * implicit.steps());
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    void what_is_conserved_stays_to_rounding_whatever_the_tolerance(String method) {
        double[] state = {1, 0, 0};
        solver(method, Problem.ROBERTSON, 1e-3, 1e-7).advance(0, 4, state);

        assertThat(state[0] + state[1] + state[2]).isCloseTo(1, within(1e-13));
        assertThat(state[2]).isPositive();
    }

    @Test
    void time_counts_where_the_equations_name_it() {
        double[] state = {1, 0.5};
        new DormandPrince(DRIVEN, Tolerance.of(1e-12, 1e-12, 1e-12), FIRST_STEP).advance(0, 2, state);

        assertThat(state[0]).isCloseTo(StrictMath.exp(2), within(1e-10));
        assertThat(state[1]).isCloseTo((StrictMath.cos(2) + StrictMath.sin(2)) / 2, within(1e-11));
    }

    @Test
    void a_component_that_may_err_more_costs_fewer_steps() {
        Solver strict = new DormandPrince(
                Problem.PREDATORS, Tolerance.each(new double[] {1e-9, 1e-9}, new double[] {1e-9, 1e-9}), FIRST_STEP);
        Solver lax = new DormandPrince(
                Problem.PREDATORS, Tolerance.each(new double[] {1e-4, 1e-4}, new double[] {1e-9, 1e-9}), FIRST_STEP);
        strict.advance(0, 10, new double[] {1, 1});
        lax.advance(0, 10, new double[] {1, 1});

        assertThat(lax.steps()).isLessThan(strict.steps() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit"})
    void a_jump_is_met_by_stopping_at_it_and_restarting(String method) {
        Solver whole = solver(method, Problem.PREDATORS, 1e-9, 1e-9);
        Solver halves = solver(method, Problem.PREDATORS, 1e-9, 1e-9);
        double[] doubled = {1, 1};
        whole.advance(0, 2, doubled);
        doubled[0] *= 2;
        double[] anew = doubled.clone();
        whole.restart();
        whole.advance(2, 5, doubled);
        halves.advance(2, 5, anew);

        assertThat(doubled).containsExactly(anew);
    }

    @Test
    void a_solution_that_runs_away_ends_with_a_sentence() {
        Equations runaway = new Equations() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void slope(double time, double[] state, double[] slope) {
                slope[0] = state[0] * state[0];
            }
        };
        Solver solver = new DormandPrince(runaway, Tolerance.of(1e-6, 1e-6), FIRST_STEP);
        assertThatThrownBy(() -> solver.advance(0, 2, new double[] {1}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("short enough for the tolerance");
        assertThat(solver.rejections()).isPositive();
    }

    @Test
    void senseless_tolerances_and_steps_are_refused() {
        Tolerance one = Tolerance.of(1e-6, 1e-6);
        assertThatThrownBy(() -> Tolerance.of(0, 1e-6)).hasMessageContaining("positive and finite, not 0.0");
        assertThatThrownBy(() -> Tolerance.of(1e-6, Double.NaN)).hasMessageContaining("not NaN");
        assertThatThrownBy(() -> Tolerance.each(new double[2], new double[1])).hasMessageContaining("not 2 and 1");
        assertThatThrownBy(() -> new DormandPrince(Problem.PREDATORS, one, 1)).hasMessageContaining("2 equations");
        assertThatThrownBy(() -> new DormandPrince(Problem.PREDATORS, Problem.PREDATORS.tolerance(1e-6, 1), 0))
                .hasMessageContaining("A first step");
    }

    private static void assertFound(
            Problem problem, Function<Tolerance, Solver> method, double tolerance, double relativeError) {
        Solver solver = method.apply(problem.tolerance(tolerance, tolerance * 1e-6));
        List<Row> rows = problem.rows();
        double[] state = rows.getFirst().numbers("start");
        double time = 0;
        for (Row row : rows) {
            solver.advance(time, row.number("time"), state);
            time = row.number("time");
            double expected = row.number("value");
            assertThat(state[row.count("component")])
                    .as(row.toString())
                    .isCloseTo(expected, within(relativeError * StrictMath.abs(expected)));
        }
        assertThat(rows).isNotEmpty();
    }

    private static double errorOf(String method, double tolerance) {
        Solver solver = solver(method, Problem.BRUSSELATOR, tolerance, tolerance);
        List<Row> rows = Problem.BRUSSELATOR.rows();
        double[] state = rows.getFirst().numbers("start");
        solver.advance(0, 5, state);
        return rows.stream()
                .filter(row -> row.number("time") == 5)
                .mapToDouble(row -> StrictMath.abs(state[row.count("component")] - row.number("value")))
                .max()
                .orElseThrow();
    }

    private static Solver solver(String method, Problem problem, double relative, double absolute) {
        Tolerance tolerance = problem.tolerance(relative, absolute);
        return method.equals("explicit")
                ? new DormandPrince(problem, tolerance, FIRST_STEP)
                : new Rosenbrock(problem, tolerance, FIRST_STEP);
    }
}
