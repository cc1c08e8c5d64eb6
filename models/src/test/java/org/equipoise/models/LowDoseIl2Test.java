package org.equipoise.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the model of low-dose IL-2 promises, one sentence a test: its bodies, its doses, what is observed of them.
class LowDoseIl2Test {
    private static final int PEOPLE = 100;
    private static final double MILLION = 1e6;
    private static final int[] VISITS = {-7, 0, 14, 28, 42, 56, 70, 84, 112, 140, 168};
    private static final Map<String, Double> USUAL = People.assuming("");
    private static final LowDoseIl2 MODEL = new LowDoseIl2();
    private static final Map<String, String> RESCUE = Map.of(
            "immunosuppressant_increased", "immunosuppressant_new_or_increased",
            "iv_pulse", "iv_pulse",
            "prohibited_medication", "biologic");

    static List<String> observables() {
        return List.copyOf(MODEL.observables());
    }

    @ParameterizedTest
    @MethodSource("observables")
    void every_item_is_answered_at_every_look_and_read_alike_as_text_and_as_number(String observable) {
        List<String> items = List.copyOf(MODEL.items(observable));
        for (int person = 0; person < PEOPLE; person++) {
            Body body = dosed(person, person % 2 * MILLION);
            for (int day : VISITS) {
                Answers answers = body.observe(observable, day);
                assertThat(answers.keySet()).isSubsetOf(items).hasSameSizeAs(answers.entrySet());
                items.stream()
                        .filter(item -> !item.equals("hours_since_dose") || day > 0)
                        .forEach(item -> assertReadAlike(answers, answers.place(item), answers.get(item)));
            }
        }
    }

    private static void assertReadAlike(Answers answers, int place, String text) {
        assertThat(answers.text(place)).isEqualTo(text);
        if (answers.isNumber(place)) {
            assertThat(answers.number(place)).isEqualTo(Double.parseDouble(text));
            assertThat(Long.toString(answers.units(place)))
                    .isEqualTo(text.replace(".", "").replaceFirst("^0+(?=.)", ""));
        } else {
            assertThat(answers.is(place, text)).isTrue();
            assertThat(text).matches("[a-z0-9_]+|[A-EIV]+");
        }
    }

    @Test
    void what_is_measured_and_what_is_found_never_disagree() {
        int fevers = 0;
        int lowC4 = 0;
        for (int person = 0; person < 3 * PEOPLE; person++) {
            Body body = dosed(person, person % 2 * MILLION);
            for (int day : VISITS) {
                Answers found = body.observe("lupus.activity", day);
                Answers blood = body.observe("lupus.laboratory", day);
                Answers serology = body.observe("lupus.serology", day);
                double temperature = number(body.observe("lupus.vitals", day), "temperature");
                assertThat(number(body.observe("lupus.urine", day), "urine_protein") > 0.5)
                        .isEqualTo(number(blood, "upcr") > 0.5)
                        .isEqualTo(yes(found, "proteinuria"));
                assertThat(number(blood, "urine_rbc") > 5).isEqualTo(yes(found, "haematuria"));
                assertThat(number(blood, "urine_wbc") > 5).isEqualTo(yes(found, "pyuria"));
                assertThat(yes(blood, "urine_casts")).isEqualTo(yes(found, "urinary_casts"));
                assertThat(number(serology, "c3") < 0.9 || number(serology, "c4") < 0.1)
                        .isEqualTo(yes(found, "low_complement"));
                assertThat(number(serology, "anti_dsdna") > 30).isEqualTo(yes(found, "increased_dna_binding"));
                assertThat(temperature > 38).isEqualTo(yes(found, "fever"));
                assertThat(number(blood, "platelets") < 100).isEqualTo(yes(found, "thrombocytopenia"));
                assertThat(number(blood, "leukocytes") < 3).isEqualTo(yes(found, "leukopenia"));
                assertThat(number(blood, "neutrophils") + number(blood, "lymphocytes") + number(blood, "eosinophils"))
                        .isLessThan(number(blood, "leukocytes") + 0.015);
                fevers += yes(found, "fever") ? 1 : 0;
                lowC4 += number(serology, "c3") >= 0.9 && number(serology, "c4") < 0.1 ? 1 : 0;
            }
        }
        assertThat(fevers).isPositive();
        assertThat(lowC4).isPositive();
    }

    @Test
    void proteinuria_is_new_at_first_and_later_where_it_was_not_or_rises() {
        int old = 0;
        int risen = 0;
        for (int person = 0; person < 3 * PEOPLE; person++) {
            Body body = dosed(person, 0);
            Answers first = body.observe("lupus.activity", 0);
            double before = number(body.observe("lupus.laboratory", 0), "upcr");
            for (int day : VISITS) {
                Answers found = body.observe("lupus.activity", day);
                double rise = number(body.observe("lupus.laboratory", day), "upcr") - before;
                boolean counts = day <= 0 || !yes(first, "proteinuria") || rise > 0.5 + 1e-9;
                assertThat(yes(found, "proteinuria_new")).isEqualTo(yes(found, "proteinuria") && counts);
                old += yes(found, "proteinuria") && !counts ? 1 : 0;
                risen += day > 0 && yes(first, "proteinuria") && yes(found, "proteinuria_new") ? 1 : 0;
            }
        }
        assertThat(old).isPositive();
        assertThat(risen).isPositive();
    }

    @Test
    void samples_tell_the_hours_since_the_dose_before_them() {
        Body body = People.underIl2(USUAL, 1);
        assertThat(body.observe("lupus.cytometry", 0))
                .doesNotContainKey("hours_since_dose")
                .hasSize(2);
        for (int day = 0; day < 14; day += 2) {
            body.dose(day + 0.25, 0);
        }
        assertThat(body.observe("lupus.cytometry", 14)).containsEntry("hours_since_dose", "42");
        assertThat(body.observe("lupus.cytometry", 12)).containsEntry("hours_since_dose", "42");
        assertThat(body.observe("lupus.cytometry", 28)).containsEntry("hours_since_dose", "378");
        assertThat(body.observe("lupus.cytometry", 0)).doesNotContainKey("hours_since_dose");
    }

    @Test
    void answers_are_plausible_beside_each_other() {
        for (int person = 0; person < 3 * PEOPLE; person++) {
            Body body = People.underIl2(USUAL, person);
            Answers screening = body.observe("lupus.screening", -7);
            Answers blood = body.observe("lupus.laboratory", -7);
            Answers serology = body.observe("lupus.serology", -7);
            Answers vitals = body.observe("lupus.vitals", -7);
            assertThat(number(serology, "c4")).isLessThan(number(serology, "c3"));
            assertThat(number(vitals, "diastolic")).isLessThan(number(vitals, "systolic"));
            assertThat(number(vitals, "weight") - number(screening, "weight")).isBetween(-3.0, 3.0);
            assertThat(number(blood, "leukocytes")).isGreaterThan(0.5);
            assertThat(number(blood, "platelets")).isGreaterThan(5);
            assertThat(number(screening, "disease_duration")).isLessThan(12 * number(screening, "age"));
            assertThat(number(screening, "treated_months")).isLessThanOrEqualTo(number(screening, "disease_duration"));
            assertThat(!yes(screening, "acr_ana") && number(screening, "ana_titre") > 160)
                    .isFalse();
            assertThat(!yes(screening, "acr_haematological") && number(blood, "platelets") < 100)
                    .isFalse();
        }
    }

    @Test
    void a_criterion_that_stands_today_is_among_those_ever_met() {
        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.underIl2(USUAL, person);
            Answers screening = body.observe("lupus.screening", -7);
            Answers found = body.observe("lupus.activity", -7);
            assertThat(yes(found, "arthritis") && !yes(screening, "acr_arthritis"))
                    .isFalse();
            assertThat(yes(found, "proteinuria") && !yes(screening, "acr_renal"))
                    .isFalse();
            assertThat(yes(found, "mucosal_ulcers") && !yes(screening, "acr_oral_ulcers"))
                    .isFalse();
            assertThat(yes(found, "increased_dna_binding") && !yes(screening, "acr_immunological"))
                    .isFalse();
            assertThat(screening.get("sex").equals("male") && yes(screening, "childbearing"))
                    .isFalse();
            assertThat(body.observe("lupus.pregnancy", 0).get("pregnancy_test").equals("not_applicable"))
                    .isEqualTo(!yes(screening, "childbearing"));
        }
    }

    @Test
    void looking_in_another_order_or_more_often_shows_the_same() {
        for (int person = 0; person < 40; person++) {
            Body forward = People.underIl2(USUAL, person);
            Map<String, Answers> seen = new TreeMap<>();
            for (int day : People.THREE_CYCLES) {
                look(forward, day, seen);
                forward.inclinationToLeave(day);
                forward.occurrences(day - 1, day);
                forward.dose(day + 0.375, MILLION);
                look(forward, day + 0.9, seen);
            }
            Body backward = People.underIl2(USUAL, person);
            People.THREE_CYCLES.forEach(day -> backward.dose(day + 0.375, MILLION));
            for (int day : People.THREE_CYCLES.reversed()) {
                for (String observable : MODEL.observables().reversed()) {
                    assertThat(backward.observe(observable, day))
                            .as(observable + " on " + day)
                            .isEqualTo(seen.get(observable + day));
                }
            }
            assertThat(texts(forward.occurrences(-5, 168))).isEqualTo(texts(backward.occurrences(-5, 168)));
        }
    }

    private static void look(Body body, double day, Map<String, Answers> seen) {
        for (String observable : MODEL.observables()) {
            Answers answers = body.observe(observable, day);
            Answers before = seen.put(observable + (int) day, answers);
            assertThat(before == null || before.equals(answers)).isTrue();
        }
    }

    private static List<String> texts(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(event -> event.kind() + event.day() + event.endDay() + event.answers())
                .toList();
    }

    @Test
    void what_screening_found_still_stands_on_the_day_of_the_first_dose() {
        for (int person = 0; person < PEOPLE; person++) {
            Body body = People.underIl2(USUAL, person);
            for (String observable : List.of("lupus.activity", "lupus.pga", "lupus.grades", "lupus.treatment")) {
                assertThat(body.observe(observable, -12.5)).isEqualTo(body.observe(observable, 0));
            }
            assertThat(body.observe("lupus.laboratory", -7)).isNotEqualTo(body.observe("lupus.laboratory", 0));
        }
    }

    @Test
    void rescue_shows_as_one_of_three_and_stays_with_more_prednisone() {
        int rescued = 0;
        for (int person = 0; person < PEOPLE; person++) {
            Body body = dosed(person, 0);
            double first = number(body.observe("lupus.treatment", 0), "prednisone");
            double highest = first;
            String before = "";
            for (int day = 0; day <= 168; day += 4) {
                Answers now = body.observe("lupus.treatment", day);
                String kinds = List.of("immunosuppressant_increased", "iv_pulse", "prohibited_medication").stream()
                        .filter(item -> yes(now, item))
                        .reduce("", String::concat);
                assertThat(before.isEmpty() || before.equals(kinds)).isTrue();
                assertThat(number(now, "prednisone") > first).isEqualTo(!kinds.isEmpty());
                assertThat(rescues(body, day)).isEqualTo(RESCUE.getOrDefault(kinds, ""));
                assertThat(kinds.isEmpty() && number(now, "prednisone") > highest)
                        .isFalse();
                highest = number(now, "prednisone");
                before = kinds;
            }
            rescued += before.isEmpty() ? 0 : 1;
        }
        assertThat(rescued).isBetween(PEOPLE / 6, PEOPLE / 2);
    }

    /// What of rescue the log of medication holds by a day.
    private static String rescues(Body body, int day) {
        return body.occurrences(0, day).stream()
                .filter(event -> event.kind().equals("medication"))
                .map(event -> event.answers().get("kind"))
                .filter(kind -> !kind.equals("antipyretic"))
                .reduce("", String::concat);
    }

    @Test
    void where_the_drug_does_nothing_both_arms_are_the_same_people() {
        Map<String, Double> nothing = People.assuming("suppression=0");
        for (int person = 0; person < 100; person++) {
            Body drug = People.underIl2(nothing, person);
            Body placebo = People.underIl2(nothing, person);
            People.giveThreeCycles(drug, MILLION);
            People.giveThreeCycles(placebo, 0);
            for (int day : VISITS) {
                for (String shown : List.of("activity", "pga", "grades", "treatment", "serology", "vitals", "urine")) {
                    assertThat(drug.observe("lupus." + shown, day)).isEqualTo(placebo.observe("lupus." + shown, day));
                }
            }
            assertThat(number(drug.observe("lupus.cytometry", 14), "treg_percent"))
                    .isGreaterThan(number(placebo.observe("lupus.cytometry", 14), "treg_percent"));
            assertThat(number(drug.observe("lupus.cytokines", 13), "soluble_receptor"))
                    .isGreaterThan(number(placebo.observe("lupus.cytokines", 13), "soluble_receptor"));
        }
    }

    @Test
    void one_assumption_changed_leaves_the_rest_of_a_person_as_it_was() {
        Map<String, Double> other = People.assuming("effector_goal=2 clearance=12 noise_sd=0.3 site_reaction=0.5");
        for (int person = 0; person < PEOPLE; person++) {
            Body one = People.underIl2(USUAL, person);
            Body same = People.underIl2(other, person);
            for (String observable : MODEL.observables()) {
                assertThat(same.observe(observable, 0)).as(observable).isEqualTo(one.observe(observable, 0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "suppression=-1, suppression of model low-dose-il2 version 1 must be zero or a positive number",
        "bioavailability=1.2, bioavailability of model low-dose-il2 version 1 must be between 0 and 1",
        "volume=0, volume of model low-dose-il2 version 1 must be a positive number",
        "assessor_bias=NaN, assessor_bias of model low-dose-il2 version 1 must be a finite number"
    })
    void a_senseless_parameter_is_refused_by_name(String change, String sentence) {
        Map<String, Double> parameters = People.assuming(change);
        assertThatThrownBy(() -> {
                    Body body = People.underIl2(parameters, 1);
                    body.dose(0, MILLION);
                })
                .hasMessageContaining(sentence);
    }

    @Test
    void the_parameters_of_the_reference_are_those_the_model_needs() {
        assertThat(MODEL.parameters()).containsExactlyElementsOf(new TreeMap<>(USUAL).keySet());
    }

    @Test
    void the_page_has_the_values_of_the_reference() throws Exception {
        List<String> lines;
        try (var page = Models.class.getResourceAsStream("low-dose-il2.md")) {
            lines = new String(page.readAllBytes(), UTF_8).lines().toList();
        }
        for (Map<String, String> row : Repository.table("low-dose-il2/parameters.csv")) {
            String name = "`" + row.get("parameter").replaceFirst("_(cv|spread)$", "") + "`";
            assertThat(lines.stream().filter(line -> line.startsWith("| `") && line.contains(name)))
                    .as(row.toString())
                    .anyMatch(line -> line.matches(".*[ (]" + Pattern.quote(row.get("value")) + "[ ,].*"));
        }
    }

    @Test
    void an_unknown_observable_is_refused() {
        assertThatThrownBy(() -> People.underIl2(USUAL, 1).observe("lupus.mood", 0))
                .hasMessageContaining("lupus.vitals")
                .hasMessageContaining("not 'lupus.mood'");
        assertThatThrownBy(() -> MODEL.items("lupus.mood")).hasMessageContaining("lupus.mood");
    }

    @Test
    void an_answer_is_asked_for_as_what_it_is() {
        Answers treatment = People.underIl2(USUAL, 1).observe("lupus.treatment", 0);
        assertThat(treatment.place("mood")).isEqualTo(-1);
        assertThat(treatment.get("mood")).isNull();
        assertThatThrownBy(() -> treatment.number(treatment.place("iv_pulse")))
                .hasMessageContaining("iv_pulse is not answered with a number");
        assertThatThrownBy(() -> new Answers(LowDoseIl2.PGA_SHEET).text(0)).hasMessageContaining("was not answered");
        assertThatThrownBy(() -> new Answers(LowDoseIl2.PGA_SHEET).number("pgo", 1))
                .hasMessageContaining("no item pgo among [pga]");
        assertThatThrownBy(() -> new Answers(Guesses.SHEET).code("assessor_guess", "both"))
                .hasMessageContaining("not 'both'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activity", "laboratory", "screening"})
    void texts_are_plain(String observable) {
        List<String> texts = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            texts.addAll(People.underIl2(USUAL, person)
                    .observe("lupus." + observable, 0)
                    .values());
        }
        assertThat(texts)
                .allMatch(text -> text.matches("\\d+(\\.\\d+)?|[A-Za-z_5]+"))
                .doesNotContain("NaN");
    }

    private static Body dosed(int person, double amount) {
        Body body = People.underIl2(USUAL, person);
        People.giveThreeCycles(body, amount);
        return body;
    }

    private static boolean yes(Answers answers, String item) {
        return answers.is(answers.place(item), "yes");
    }

    private static double number(Answers answers, String item) {
        return answers.number(answers.place(item));
    }

    /// The places of an observable do not move between looks, and are those of its sorted items.
    @Test
    void an_item_stands_at_the_same_place_in_every_look() {
        for (String observable : MODEL.observables()) {
            Answers early = People.underIl2(USUAL, 1).observe(observable, -7);
            Answers late = dosed(2, MILLION).observe(observable, 168);
            String[] items = MODEL.items(observable).toArray(String[]::new);
            assertThat(Arrays.stream(items).mapToInt(early::place)).isSorted();
            for (int place = 0; place < items.length; place++) {
                assertThat(early.place(items[place])).isEqualTo(place).isEqualTo(late.place(items[place]));
            }
        }
    }
}
