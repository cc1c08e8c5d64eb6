package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentActivityTest {
    private static final int PEOPLE = 300;
    private static final String ACTIVITY = "lupus.activity";
    private static final String SCREENING = "lupus.screening";

    @ParameterizedTest
    @CsvSource({"activity, lupus.activity", "screening, lupus.screening"})
    void every_item_of_the_form_is_answered_as_the_form_allows(String form, String observable) {
        Map<String, Repository.Question> questions = Repository.form("il2-lupus", form);
        assertThat(new LatentActivity().items(observable)).containsExactlyElementsOf(questions.keySet());

        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.withLupus(person);
            People.giveThreeCycles(body, person % 2);
            for (double day : new double[] {-7, 0, 28, 84}) {
                Map<String, String> answers = body.observe(observable, day);
                assertThat(answers.keySet()).containsExactlyElementsOf(questions.keySet());
                answers.forEach((item, text) -> assertAllowed(questions.get(item), item, text));
            }
        }
    }

    @Test
    void looking_in_another_order_or_more_often_shows_the_same() {
        for (int person = 0; person < PEOPLE; person++) {
            Body forward = People.withLupus(person);
            Body often = People.withLupus(person);
            Body backward = People.withLupus(person);
            for (int day : People.THREE_CYCLES) {
                forward.dose(day + 0.375, 1);
                often.observe(ACTIVITY, day);
                often.dose(day + 0.375, 1);
                often.observe(SCREENING, day + 0.9);
                backward.dose(day + 0.375, 1);
            }
            backward.observe(ACTIVITY, 168);
            Map<String, String> last = backward.observe(ACTIVITY, 84);
            Map<String, String> middle = backward.observe(ACTIVITY, 28.5);
            Map<String, String> first = backward.observe(ACTIVITY, -7);

            assertThat(forward.observe(ACTIVITY, -7)).isEqualTo(first).isEqualTo(often.observe(ACTIVITY, -7));
            assertThat(forward.observe(ACTIVITY, 28)).isEqualTo(middle).isEqualTo(often.observe(ACTIVITY, 28));
            assertThat(forward.observe(ACTIVITY, 84)).isEqualTo(last).isEqualTo(often.observe(ACTIVITY, 84));
            assertThat(forward.observe(ACTIVITY, 84)).isEqualTo(last);
        }
    }

    @Test
    void what_screening_found_still_stands_on_the_day_of_the_first_dose() {
        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.withLupus(person);
            Map<String, String> screening = body.observe(SCREENING, -7);
            Map<String, String> activity = body.observe(ACTIVITY, -20.5);
            body.dose(0.4, 1);

            assertThat(body.observe(ACTIVITY, 0)).isEqualTo(activity).containsEntry("treatment_failure", "no");
            assertThat(body.observe(SCREENING, 0.9)).isEqualTo(screening);
        }
    }

    @Test
    void laboratory_and_activity_items_never_disagree() {
        for (int person = 0; person < 2 * PEOPLE; person++) {
            Body body = People.withLupus(person);
            for (int day = 0; day <= 168; day += 14) {
                Map<String, String> activity = body.observe(ACTIVITY, day);
                Map<String, String> laboratory = body.observe(SCREENING, day);
                assertThat(yes(activity, "proteinuria")).isEqualTo(isAbove(laboratory, "urine_protein", "0.5"));
                assertThat(yes(activity, "thrombocytopenia")).isEqualTo(isBelow(laboratory, "platelets", "100"));
                assertThat(yes(activity, "leukopenia")).isEqualTo(isBelow(laboratory, "leukocytes", "3"));
                assertThat(yes(activity, "low_complement"))
                        .isEqualTo(laboratory.get("complement").equals("low"));
                assertThat(yes(activity, "increased_dna_binding"))
                        .isEqualTo(laboratory.get("anti_dsdna").equals("positive"));
            }
        }
    }

    @Test
    void a_failed_treatment_stays_failed() {
        int failures = 0;
        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.withLupus(person);
            boolean failed = false;
            for (int day = 0; day <= 168; day += 7) {
                boolean now = yes(body.observe(ACTIVITY, day), "treatment_failure");
                assertThat(now || !failed).isTrue();
                failed = now;
            }
            failures += failed ? 1 : 0;
        }
        assertThat(failures).isBetween(PEOPLE / 10, PEOPLE / 2);
    }

    @Test
    void doses_that_are_worth_nothing_change_nothing() {
        for (int person = 0; person < PEOPLE; person++) {
            Body placebo = People.withLupus(person);
            People.giveThreeCycles(placebo, 0);

            assertThat(placebo.observe(ACTIVITY, 84))
                    .isEqualTo(People.withLupus(person).observe(ACTIVITY, 84));
        }
    }

    @Test
    void the_assumptions_of_the_rehearsal_are_those_the_model_needs() {
        assertThat(Repository.rehearsalParameters("il2-lupus")).isEqualTo(People.lupusParameters());
        assertThat(new LatentActivity().parameters())
                .containsExactlyElementsOf(People.lupusParameters().keySet());
    }

    @Test
    void a_missing_a_strange_and_a_senseless_parameter_are_refused_by_name() {
        Map<String, Double> parameters = new TreeMap<>(People.lupusParameters());
        parameters.put("maximal_effect", 1.2);
        assertThatThrownBy(() -> new LatentActivity().body(parameters, People.chance(1)))
                .hasMessageContaining("maximal_effect of model latent-activity version 1 must be between 0 and 1");

        parameters.put("maximal_effekt", parameters.remove("maximal_effect"));
        assertThatThrownBy(() -> new LatentActivity().body(parameters, People.chance(1)))
                .hasMessageContaining("missing: [maximal_effect]; not among them: [maximal_effekt]");
    }

    @Test
    void an_unknown_observable_is_refused() {
        assertThatThrownBy(() -> People.withLupus(1).observe("lupus.mood", 0))
                .hasMessageContaining("shows lupus.activity and lupus.screening, not 'lupus.mood'");
        assertThatThrownBy(() -> new LatentActivity().items("lupus.mood")).hasMessageContaining("lupus.mood");
    }

    @Test
    void the_table_of_items_is_the_published_one() {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Repository.table("low-dose-il2/items.csv").forEach(row -> rows.put(row.get("item"), row));
        assertThat(DiseaseItem.values()).extracting(item -> item.id).containsExactlyElementsOf(rows.keySet());
        for (DiseaseItem item : DiseaseItem.values()) {
            Map<String, String> row = rows.get(item.id);
            assertThat(item.prevalence).isEqualTo(Double.parseDouble(row.get("prevalence")));
            assertThat(item.kind.a).isEqualTo(Double.parseDouble(row.get("a")));
            assertThat(item.kind.b).isEqualTo(Double.parseDouble(row.get("b")));
            for (OrganSystem system : OrganSystem.values()) {
                assertThat(system.items().contains(item)).isEqualTo(system.id.equals("grade_" + row.get("system")));
            }
        }
    }

    private static void assertAllowed(Repository.Question question, String item, String text) {
        if (question.codes().isEmpty()) {
            assertThat(new BigDecimal(text))
                    .as(item)
                    .isBetween(
                            new BigDecimal(question.range().getFirst()),
                            new BigDecimal(question.range().getLast()));
        } else {
            assertThat(question.codes()).as(item).contains(text);
        }
    }

    private static boolean yes(Map<String, String> answers, String item) {
        return answers.get(item).equals("yes");
    }

    private static boolean isAbove(Map<String, String> answers, String item, String limit) {
        return new BigDecimal(answers.get(item)).compareTo(new BigDecimal(limit)) > 0;
    }

    private static boolean isBelow(Map<String, String> answers, String item, String limit) {
        return new BigDecimal(answers.get(item)).compareTo(new BigDecimal(limit)) < 0;
    }
}
