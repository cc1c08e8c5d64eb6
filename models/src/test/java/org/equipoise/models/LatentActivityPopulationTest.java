package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty thousand virtual people an arm, against the same model written in other software.
class LatentActivityPopulationTest {
    private static final int PEOPLE = 20_000;
    private static final int[] DAYS = {0, 28, 56, 84};

    /// About 300 comparisons at 4.5 standard errors: a right model is refused about once in 500 seeds.
    private static final double STANDARD_ERRORS = 4.5;

    private static final List<String> LABORATORY = List.of("urine_protein", "platelets", "leukocytes");
    private static final Map<String, Integer> WEIGHTS = weights();
    private static final Map<Integer, Measures> ARMS = new TreeMap<>();

    @BeforeAll
    static void live() {
        Map<String, Double> parameters = Repository.rehearsalParameters("il2-lupus");
        for (int amount : new int[] {0, 1}) {
            Measures measures = new Measures();
            for (int person = 0; person < PEOPLE; person++) {
                measures.add(parameters, person, amount);
            }
            ARMS.put(amount, measures);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shares_and_means_are_those_of_the_independent_population(int amount) {
        List<Map<String, String>> rows = Repository.table("latent-activity/population.csv").stream()
                .filter(row -> row.get("amount").equals(Integer.toString(amount)))
                .toList();

        assertThat(rows).hasSizeGreaterThan(150).allSatisfy(row -> {
            Moments here = ARMS.get(amount).of(Integer.parseInt(row.get("day")), row.get("measure"));
            double perPerson = 1.0 / here.people + 1 / Double.parseDouble(row.get("people"));
            double bound = STANDARD_ERRORS * Double.parseDouble(row.get("sd")) * Math.sqrt(perPerson);
            assertThat(here.mean())
                    .as(row.toString())
                    .isCloseTo(Double.parseDouble(row.get("mean")), within(bound + 1e-9));
        });
    }

    @Test
    void response_at_week_12_is_near_the_rates_aimed_at() {
        assertThat(ARMS.get(1).of(84, "sri4").mean()).isBetween(0.53, 0.59);
        assertThat(ARMS.get(0).of(84, "sri4").mean()).isBetween(0.28, 0.34);
    }

    @Test
    void people_with_a_score_of_at_least_8_have_the_items_expected_of_them() {
        Measures people = ARMS.get(0);
        assertThat(people.medianBaseline()).isEqualTo(12);
        Repository.table("low-dose-il2/items.csv").stream()
                .filter(row -> !row.get("at_least_8").isEmpty())
                .forEach(row -> {
                    double expected = Double.parseDouble(row.get("at_least_8"));
                    Moments here = people.ofTheIll(row.get("item"));
                    double error = Math.sqrt(expected * (1 - expected) / here.people);
                    assertThat(here.mean())
                            .as(row.get("item"))
                            .isCloseTo(expected, within(0.005 + STANDARD_ERRORS * error));
                });
    }

    @Test
    void some_people_are_not_ill_enough_to_enter() {
        assertThat(ARMS.get(0).of(0, "at_least_8").mean()).isBetween(0.6, 0.75);
    }

    private static Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Repository.table("low-dose-il2/items.csv")
                .forEach(row -> weights.put(row.get("item"), Integer.valueOf(row.get("weight"))));
        return weights;
    }

    /// A running mean.
    private static final class Moments {
        private int people;
        private double sum;

        void add(double value) {
            people++;
            sum += value;
        }

        double mean() {
            return sum / people;
        }
    }

    /// What one person shows on one day, scored.
    private record Visit(Map<String, String> answers, int score, int pgaTenths) {
        static Visit of(Map<String, String> answers) {
            int score = WEIGHTS.entrySet().stream()
                    .filter(weight -> answers.get(weight.getKey()).equals("yes"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return new Visit(answers, score, Integer.parseInt(answers.get("pga").replace(".", "")));
        }

        long worseThan(Visit baseline, String grade, String better) {
            return Arrays.stream(OrganSystem.values())
                    .filter(system -> answers.get(system.id).equals(grade))
                    .filter(system -> better.contains(baseline.answers.get(system.id)))
                    .count();
        }

        boolean has(String item) {
            return answers.get(item).equals("yes");
        }
    }

    /// The measures of one arm, by day and name.
    private static final class Measures {
        private static final int ILL = -1;

        private final Map<Integer, Map<String, Moments>> moments = new HashMap<>();
        private final int[] peopleByBaseline = new int[106];

        void add(Map<String, Double> parameters, int person, int amount) {
            Body body = new LatentActivity().body(parameters, People.chance(2L * person + amount));
            People.giveThreeCycles(body, amount);
            Visit baseline = Visit.of(body.observe("lupus.activity", 0));
            boolean ill = baseline.score >= 8;
            note(0, "at_least_8", ill);
            Visit last = baseline;
            for (int day : DAYS) {
                Visit visit = Visit.of(body.observe("lupus.activity", day));
                WEIGHTS.keySet().forEach(item -> note(day, item, visit.has(item)));
                Map<String, String> laboratory = body.observe("lupus.screening", day);
                LABORATORY.forEach(item -> note(day, item, Double.parseDouble(laboratory.get(item))));
                if (ill) {
                    note(day, "activity", ((LatentActivityBody) body).activityOn(day));
                    compare(day, baseline, last, visit);
                }
                last = visit;
            }
            if (ill) {
                peopleByBaseline[baseline.score]++;
                WEIGHTS.keySet().forEach(item -> note(ILL, item, baseline.has(item)));
            }
        }

        private void compare(int day, Visit baseline, Visit last, Visit visit) {
            boolean fall = baseline.score - visit.score >= 4;
            boolean newA = visit.worseThan(baseline, "A", "BCDE") > 0;
            boolean twoNewB = visit.worseThan(baseline, "B", "CDE") > 1;
            boolean pgaRise = visit.pgaTenths - baseline.pgaTenths >= 3;
            boolean failed = visit.has("treatment_failure");
            note(day, "score", visit.score);
            note(day, "pga", visit.pgaTenths / 10.0);
            note(day, "pga_step", Math.abs(visit.pgaTenths - last.pgaTenths) / 10.0);
            note(day, "fall", fall);
            note(day, "new_a", newA);
            note(day, "new_a_again", newA && last.worseThan(baseline, "A", "BCDE") > 0);
            note(day, "two_new_b", twoNewB);
            note(day, "pga_rise", pgaRise);
            note(day, "treatment_failure", failed);
            note(day, "sri4", fall && !newA && !twoNewB && !pgaRise && !failed);
        }

        Moments of(int day, String measure) {
            return moments.get(day).get(measure);
        }

        Moments ofTheIll(String item) {
            return of(ILL, item);
        }

        int medianBaseline() {
            int half = Arrays.stream(peopleByBaseline).sum() / 2;
            int score = 0;
            for (int passed = peopleByBaseline[0]; passed < half; passed += peopleByBaseline[score]) {
                score++;
            }
            return score;
        }

        private void note(int day, String measure, boolean holds) {
            note(day, measure, holds ? 1 : 0);
        }

        private void note(int day, String measure, double value) {
            moments.computeIfAbsent(day, _ -> new HashMap<>())
                    .computeIfAbsent(measure, _ -> new Moments())
                    .add(value);
        }
    }
}
