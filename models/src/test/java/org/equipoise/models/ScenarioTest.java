package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The scenarios of the page are parameters, and each does what it is for.
class ScenarioTest {
    private static final int PEOPLE = 1200;
    private static final double MILLION = 1e6;

    @Test
    void harm_makes_fewer_respond_than_nothing_and_nothing_fewer_than_help() {
        double harm = response("effector_goal=2", MILLION);
        double nothing = response("suppression=0", MILLION);
        double help = response("", MILLION);

        assertThat(nothing - harm).isGreaterThan(0.05);
        assertThat(help - nothing).isGreaterThan(0.15);
    }

    @Test
    void at_some_sites_everybody_responds() {
        String site = "background_target=0.02 background_target_cv=0 activity_half_life=8 noise_sd=0 failure_hazard=0";
        assertThat(response(site, 0)).isGreaterThan(0.97);
    }

    @Test
    void a_site_or_a_date_may_have_milder_courses() {
        assertThat(response("background_target=0.35", 0) - response("background_target=0.8", 0))
                .isGreaterThan(0.1);
    }

    @Test
    void inflated_baselines_let_more_people_in_and_make_more_of_them_respond() {
        Cohort honest = Cohort.of(People.assuming(""), 0, 1, PEOPLE, false);
        Cohort inflated = Cohort.of(People.assuming("baseline_inflation=0.3"), 0, 1, PEOPLE, false);

        assertThat(inflated.shareIllEnough()).isGreaterThan(honest.shareIllEnough() + 0.02);
        assertThat(inflated.share(84, "sri4")).isGreaterThan(honest.share(84, "sri4") + 0.03);
        assertThat(inflated.share(0, "pga")).isGreaterThan(honest.share(0, "pga") + 0.3);
    }

    @Test
    void an_optimistic_assessor_sees_more_response() {
        assertThat(response("assessor_optimism=0.3", 0)).isGreaterThan(response("", 0) + 0.05);
    }

    @Test
    void an_assessor_who_learns_of_reactions_finds_an_effect_where_there_is_none() {
        String biased = "suppression=0 assessor_notices=1 assessor_bias=0.6";
        assertThat(response(biased, MILLION) - response(biased, 0)).isGreaterThan(0.05);
        String blind = "suppression=0 assessor_bias=0.6";
        assertThat(response(blind, MILLION)).isEqualTo(response(blind, 0));
    }

    @Test
    void strong_immunosuppressants_may_change_the_prognosis_of_those_who_take_them() {
        Map<String, Double> assumed = People.assuming("immunosuppressant_effect=-0.5");
        int changed = 0;
        for (int person = 0; person < 400; person++) {
            Answers screening = People.underIl2(assumed, person).observe("lupus.screening", 0);
            boolean takes = screening.get("cyclophosphamide").equals("yes")
                    || screening.get("cyclosporine").equals("yes")
                    || screening.get("tacrolimus").equals("yes");
            boolean same = People.underIl2(assumed, person)
                    .observe("lupus.urine", 84)
                    .equals(People.underIl2(People.assuming(""), person).observe("lupus.urine", 84));
            assertThat(takes || same).isTrue();
            changed += same ? 0 : 1;
        }
        assertThat(changed).isPositive();
    }

    @Test
    void inclination_to_leave_follows_activity_and_recent_events_where_assumed() {
        Map<String, Double> leaving = People.assuming("leaving_by_activity=1 leaving_by_event=0.7");
        double[] logs = new double[2];
        int[] people = new int[2];
        for (int person = 0; person < 400; person++) {
            assertThat(People.underIl2(People.assuming(""), person).inclinationToLeave(84))
                    .isOne();
            Body body = People.underIl2(leaving, person);
            assertThat(body.inclinationToLeave(0)).isOne();
            double inclination = Math.log(body.inclinationToLeave(100));
            int ill = Sri4.score(body.observe("lupus.activity", 100)) > 8 ? 1 : 0;
            logs[ill] += inclination;
            people[ill]++;
            long events = body.occurrences(72, 100).stream()
                    .filter(event -> !event.answers().getOrDefault("grade", "1").equals("1"))
                    .count();
            double activity = inclination - 0.7 * events;
            assertThat(Math.log(People.underIl2(People.assuming("leaving_by_activity=1"), person)
                            .inclinationToLeave(100)))
                    .isCloseTo(activity, within(1e-12));
        }
        assertThat(logs[1] / people[1]).isGreaterThan(logs[0] / people[0] + 0.1);
    }

    @Test
    void guesses_follow_what_was_noticed() {
        int[] active = new int[2];
        int[] people = new int[2];
        for (int person = 0; person < 1500; person++) {
            Body body = People.underIl2(People.assuming("assessor_notices=1"), person);
            People.giveThreeCycles(body, MILLION);
            boolean reacted = body.occurrences(0, 84).stream()
                    .anyMatch(event -> event.answers()
                            .getOrDefault("term", "")
                            .matches("injection_site_reaction|fever|flu_like_symptoms"));
            Answers guesses = body.observe("lupus.guess", 84);
            people[reacted ? 1 : 0]++;
            active[reacted ? 1 : 0] += guesses.get("participant_guess").equals("active") ? 1 : 0;
        }
        assertThat(people[1] / 1500.0).isCloseTo(0.47, within(0.05));
        assertThat(active[1] / (double) people[1]).isCloseTo(0.8, within(0.07));
        assertThat(active[0] / (double) people[0]).isLessThan(0.4);
    }

    private static double response(String changes, double amount) {
        return Cohort.of(People.assuming(changes), amount, 1, PEOPLE, false).share(84, "sri4");
    }
}
