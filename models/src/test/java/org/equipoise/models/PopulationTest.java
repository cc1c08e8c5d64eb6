package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Some thousands of virtual people an arm, against the same model written in other software. The large comparison is
/// in
/// [ModelChecks].
class PopulationTest {
    private static final int PEOPLE = 3000;

    /// About 600 comparisons at 4.5 standard errors: a right model is refused about once in 250 seeds.
    private static final double STANDARD_ERRORS = 4.5;

    private static final Map<Integer, Cohort> ARMS = Map.of(
            1_000_000,
            Cohort.of(People.assuming(""), 1e6, 1_000_000, PEOPLE, true),
            0,
            Cohort.of(People.assuming(""), 0, 2_000_000, PEOPLE, true));

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 0})
    void shares_and_means_are_those_of_the_independent_population(int amount) {
        List<Map<String, String>> rows = rows(amount);
        assertThat(rows).hasSizeGreaterThan(300).allSatisfy(row -> {
            Cohort.Moments here = ARMS.get(amount).of(Integer.parseInt(row.get("day")), row.get("measure"));
            double perPerson = 1.0 / here.people() + 1 / Double.parseDouble(row.get("people"));
            double bound = STANDARD_ERRORS * Double.parseDouble(row.get("sd")) * Math.sqrt(perPerson);
            assertThat(here.mean())
                    .as(row.toString())
                    .isCloseTo(Double.parseDouble(row.get("mean")), within(bound + 1e-6));
        });
    }

    @Test
    void response_comes_near_the_rates_it_was_calibrated_to() {
        assertThat(ARMS.get(1_000_000).share(84, "sri4")).isBetween(0.52, 0.60);
        assertThat(ARMS.get(0).share(84, "sri4")).isBetween(0.27, 0.35);
        assertThat(ARMS.get(1_000_000).share(168, "sri4")).isBetween(0.62, 0.71);
        assertThat(ARMS.get(0).share(168, "sri4")).isBetween(0.33, 0.41);
    }

    @Test
    void people_with_a_score_of_at_least_8_have_the_items_expected_of_them() {
        Cohort people = ARMS.get(0);
        assertThat(people.medianScore(0)).isEqualTo(12);
        assertThat(people.shareIllEnough()).isBetween(0.6, 0.75);
        Repository.table("low-dose-il2/items.csv").stream()
                .filter(row -> !row.get("at_least_8").isEmpty())
                .forEach(row -> {
                    double expected = Double.parseDouble(row.get("at_least_8"));
                    double error = Math.sqrt(expected * (1 - expected) / PEOPLE);
                    assertThat(people.share(0, row.get("item")))
                            .as(row.get("item"))
                            .isCloseTo(expected, within(0.005 + STANDARD_ERRORS * error));
                });
    }

    private static List<Map<String, String>> rows(int amount) {
        return Repository.table("low-dose-il2/population.csv").stream()
                .filter(row -> row.get("amount").equals(Integer.toString(amount)))
                .filter(row -> !row.get("measure").endsWith("activity")
                        && row.get("among").equals("at_least_8"))
                .toList();
    }
}
