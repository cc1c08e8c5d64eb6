package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdverseEventsTest {
    private static final int PEOPLE = 6000;
    private static final double STANDARD_ERRORS = 4.5;
    private static final Map<String, Double> USUAL = People.assuming("");

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shares_are_those_that_the_hazards_say(int drug) {
        Map<String, Integer> people = new TreeMap<>();
        for (int person = 0; person < PEOPLE; person++) {
            List<String> terms = new ArrayList<>();
            boolean serious = false;
            for (Occurrence event : course(USUAL, person, drug)) {
                terms.add(event.answers().get("term"));
                serious |= event.answers().get("serious").equals("yes");
            }
            terms.stream().distinct().forEach(term -> people.merge(term, 1, Integer::sum));
            long site = terms.stream().filter("injection_site_reaction"::equals).count();
            people.merge("injection_site_reaction twice", site > 1 ? 1 : 0, Integer::sum);
            people.merge("serious", serious ? 1 : 0, Integer::sum);
        }
        Repository.table("low-dose-il2/adverse-events.csv").stream()
                .filter(row -> row.get("drug").equals(Integer.toString(drug)))
                .forEach(row -> {
                    double chance = Double.parseDouble(row.get("chance"));
                    double error = Math.sqrt(chance * (1 - chance) / PEOPLE);
                    assertThat(people.getOrDefault(row.get("measure"), 0) / (double) PEOPLE)
                            .as(row.toString())
                            .isCloseTo(chance, within(STANDARD_ERRORS * error));
                });
    }

    @Test
    void what_does_not_come_from_injections_is_the_same_in_both_arms_unless_assumed() {
        int differences = 0;
        Map<String, Double> fewer = People.assuming("infection_ratio=0.32 serious_event_ratio=0");
        for (int person = 0; person < 500; person++) {
            assertThat(others(course(USUAL, person, 1))).isEqualTo(others(course(USUAL, person, 0)));
            List<String> treated = others(course(fewer, person, 1));
            List<String> untreated = others(course(fewer, person, 0));
            assertThat(treated.size()).isLessThanOrEqualTo(untreated.size());
            differences += treated.equals(untreated) ? 0 : 1;
        }
        assertThat(differences).isGreaterThan(50);
    }

    @Test
    void the_days_asked_for_join_without_gap_or_overlap() {
        for (int person = 0; person < 200; person++) {
            Body whole = People.underIl2(USUAL, person);
            Body parts = People.underIl2(USUAL, person);
            List<Occurrence> joined = new ArrayList<>();
            People.giveThreeCycles(whole, 1e6);
            int from = -14;
            for (int day : People.THREE_CYCLES) {
                joined.addAll(parts.occurrences(from, day));
                parts.dose(day, 1e6);
                from = day;
            }
            joined.addAll(parts.occurrences(from, 168));
            assertThat(joined.toString()).isEqualTo(whole.occurrences(-14, 168).toString());
            assertThat(joined).isSortedAccordingTo((one, other) -> Integer.compare(one.day(), other.day()));
        }
    }

    @Test
    void an_event_is_told_with_its_days_and_consequences() {
        int withdrawn = 0;
        for (int person = 0; person < 2000; person++) {
            for (Occurrence event : course(USUAL, person, 1)) {
                Answers told = event.answers();
                assertThat(new LowDoseIl2().items(event.kind())).containsExactlyElementsOf(told.keySet());
                assertThat(event.endDay().orElseThrow()).isGreaterThanOrEqualTo(event.day());
                long grade = told.units(told.place("grade"));
                assertThat(grade).isBetween(1L, 4L);
                assertThat(told.get("serious").equals("yes"))
                        .isEqualTo(grade > 2 && !told.get("term").equals("other"));
                assertThat(told.get("action").equals("drug_withdrawn") && grade < 3)
                        .isFalse();
                assertThat(told.get("action").equals("none") && grade > 2).isFalse();
                assertThat(told.get("term").equals("injection_site_reaction")
                                && told.get("related").equals("not_related"))
                        .isFalse();
                assertThat(told.get("term").equals("fever") && event.endDay().orElseThrow() > event.day())
                        .isFalse();
                withdrawn += told.get("action").equals("drug_withdrawn") ? 1 : 0;
            }
        }
        assertThat(withdrawn).isPositive();
    }

    @Test
    void a_fever_is_treated_and_what_is_taken_is_told_with_its_items() {
        int fevers = 0;
        for (int person = 0; person < 1000; person++) {
            Body body = People.underIl2(USUAL, person);
            People.giveThreeCycles(body, 1e6);
            List<Occurrence> all = body.occurrences(0, 168);
            List<Integer> hot = days(all, "fever");
            assertThat(days(all, "antipyretic")).isEqualTo(hot);
            all.stream()
                    .filter(event -> event.kind().equals("medication"))
                    .forEach(event -> assertThat(event.answers().containsKey("dose"))
                            .isEqualTo(event.answers().get("kind").equals("iv_pulse")));
            fevers += hot.size();
        }
        assertThat(fevers).isPositive();
    }

    private static List<Integer> days(List<Occurrence> events, String what) {
        return events.stream()
                .filter(event -> event.answers().containsValue(what))
                .map(Occurrence::day)
                .toList();
    }

    @Test
    void reactions_need_injections_and_no_dose_comes_before_what_was_told() {
        Body never = People.underIl2(USUAL, 1);
        for (int person = 0; person < 300; person++) {
            assertThat(People.underIl2(USUAL, person).occurrences(0, 168))
                    .extracting(event -> event.answers().get("term"))
                    .doesNotContain("injection_site_reaction", "fever", "flu_like_symptoms");
        }
        never.occurrences(0, 14);
        assertThatThrownBy(() -> never.dose(13.9, 0)).hasMessageContaining("has been seen on day 14");
        never.dose(14, 0);
    }

    private static List<Occurrence> course(Map<String, Double> parameters, int person, int drug) {
        Body body = People.underIl2(parameters, person);
        People.giveThreeCycles(body, drug * 1e6);
        return body.occurrences(0, 168).stream()
                .filter(event -> event.kind().equals("adverse-event"))
                .toList();
    }

    private static List<String> others(List<Occurrence> events) {
        return events.stream()
                .map(event -> event.day() + event.answers().toString())
                .filter(text ->
                        !text.contains("site_reaction") && !text.contains("term=fever") && !text.contains("flu_like"))
                .toList();
    }
}
