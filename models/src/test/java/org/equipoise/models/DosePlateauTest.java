package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DosePlateauTest {
    private static final int PEOPLE = 20_000;
    private static final List<Integer> WEEKLY = List.of(0, 7, 14, 21, 28, 35, 42, 49);

    @ParameterizedTest
    @ValueSource(strings = {"placebo", "low", "high", "late-and-unequal"})
    void the_effect_follows_the_reference_trajectory(String name) {
        List<Map<String, String>> rows = Repository.table("dose-plateau/expected.csv").stream()
                .filter(row -> row.get("case").equals(name))
                .toList();
        Map<String, Double> parameters = new TreeMap<>(Repository.rehearsalParameters("pressure-dose"));
        parameters.put("effect_half_life", Double.valueOf(rows.getFirst().get("effect_half_life")));
        parameters.put("half_effect_amount", Double.valueOf(rows.getFirst().get("half_effect_amount")));
        PlateauEffect effect = new PlateauEffect(Assumptions.of(new DosePlateau(), parameters));
        for (String dose : rows.getFirst().get("doses").split(" ")) {
            effect.dose(Double.parseDouble(dose.split("x")[0]), Double.parseDouble(dose.split("x")[1]));
        }

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            int day = Integer.parseInt(row.get("day"));
            double share = Double.parseDouble(row.get("share"));
            assertThat(effect.share(day)).isCloseTo(share, within(1e-10));
            assertThat(effect.on(day)).isCloseTo(18 * share, within(1e-8));
        });
    }

    @ParameterizedTest
    @CsvSource({"entry, pressure.entry", "pressure, pressure.cuff"})
    void every_item_of_the_form_is_answered_as_the_form_allows(String form, String observable) {
        Map<String, Repository.Question> questions = Repository.form("pressure-dose", form);
        assertThat(new DosePlateau().items(observable)).containsExactlyElementsOf(questions.keySet());

        for (int person = 0; person < 500; person++) {
            People.withHighPressure(person).observe(observable, -7).forEach((item, text) -> {
                Repository.Question question = questions.get(item);
                if (!question.codes().isEmpty()) {
                    assertThat(question.codes()).contains(text);
                } else if (!question.range().isEmpty()) {
                    assertThat(Integer.parseInt(text))
                            .isBetween(
                                    Integer.valueOf(question.range().getFirst()),
                                    Integer.valueOf(question.range().getLast()));
                } else {
                    assertThat(text).matches("(19|20)\\d\\d(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?");
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"systolic, 158, 11, 6, 1", "diastolic, 91.64, 8.7729, 3.9, 0.55"})
    void pressure_has_the_moments_assumed_and_falls_by_the_effect(
            String item, double usual, double between, double within, double response) {
        double[] before = new double[PEOPLE];
        double[] fall = new double[PEOPLE];
        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.withHighPressure(person);
            before[person] = Double.parseDouble(body.observe("pressure.cuff", 0).get(item));
            WEEKLY.forEach(day -> body.dose(day, 20));
            fall[person] = before[person]
                    - Double.parseDouble(body.observe("pressure.cuff", 56).get(item));
        }
        assertMoments(before, usual, between * between + within * within + 1.0 / 12);
        assertMoments(fall, response * 18 * 0.655446, 2 * within * within + 1.0 / 6);
    }

    @Test
    void a_quarter_has_diabetes_and_few_are_dizzy_until_dosed() {
        double[] diabetes = new double[PEOPLE];
        double[] dizzy = new double[PEOPLE];
        double[] dizzyWhenDosed = new double[PEOPLE];
        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.withHighPressure(person);
            diabetes[person] = yes(body.observe("pressure.entry", 0).get("diabetes"));
            dizzy[person] = yes(body.observe("pressure.cuff", 0).get("dizzy"));
            WEEKLY.forEach(day -> body.dose(day, 20));
            dizzyWhenDosed[person] = yes(body.observe("pressure.cuff", 56).get("dizzy"));
        }
        assertShare(diabetes, 0.25);
        assertShare(dizzy, 0.01);
        assertShare(dizzyWhenDosed, 0.01 + 0.04 * 0.655446);
    }

    @Test
    void the_date_of_diagnosis_is_as_exact_as_people_remember() {
        double[] year = new double[PEOPLE];
        double[] day = new double[PEOPLE];
        double[] yearsAgo = new double[PEOPLE];
        for (int person = 0; person < PEOPLE; person++) {
            Map<String, String> entry = People.withHighPressure(person).observe("pressure.entry", 0);
            String diagnosed = entry.get("diagnosed");
            year[person] = diagnosed.length() == 4 ? 1 : 0;
            day[person] = diagnosed.length() == 10 ? 1 : 0;
            int ago = 2025 - Integer.parseInt(diagnosed.substring(0, 4));
            assertThat(ago).isBetween(0, Integer.parseInt(entry.get("age")) - 16);
            yearsAgo[person] = ago < 6 ? 1 : 0;
        }
        assertShare(year, 0.4);
        assertShare(day, 0.1);
        assertThat(mean(yearsAgo)).isCloseTo(1 - Math.exp(-1), within(0.015));
    }

    @Test
    void looking_in_another_order_or_more_often_shows_the_same() {
        for (int person = 0; person < 300; person++) {
            Body forward = People.withHighPressure(person);
            Body often = People.withHighPressure(person);
            for (int day : WEEKLY) {
                forward.dose(day + 0.5, 10);
                often.observe("pressure.cuff", day);
                often.dose(day + 0.5, 10);
                often.observe("pressure.cuff", day + 0.75);
            }
            Map<String, String> last = often.observe("pressure.cuff", 56);
            Map<String, String> middle = often.observe("pressure.cuff", 28);
            Map<String, String> first = often.observe("pressure.cuff", -7);
            assertThat(forward.observe("pressure.cuff", -7)).isEqualTo(first);
            assertThat(forward.observe("pressure.cuff", 28.25)).isEqualTo(middle);
            assertThat(forward.observe("pressure.cuff", 56)).isEqualTo(last);
            assertThat(forward.observe("pressure.entry", 56)).isEqualTo(often.observe("pressure.entry", -7));
        }
    }

    @Test
    void an_unknown_observable_is_refused() {
        assertThatThrownBy(() -> People.withHighPressure(1).observe("pressure.mood", 0))
                .hasMessageContaining("shows pressure.cuff and pressure.entry, not 'pressure.mood'");
        assertThatThrownBy(() -> new DosePlateau().items("pressure.mood")).hasMessageContaining("pressure.mood");
    }

    private static void assertMoments(double[] values, double mean, double variance) {
        double[] squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray();
        assertThat(mean(values)).isCloseTo(mean, within(4 * Math.sqrt(variance / PEOPLE)));
        assertThat(mean(squares)).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / PEOPLE)));
    }

    private static void assertShare(double[] values, double share) {
        assertThat(mean(values)).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / PEOPLE)));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double yes(String answer) {
        return answer.equals("yes") ? 1 : 0;
    }
}
