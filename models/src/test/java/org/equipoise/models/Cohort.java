package org.equipoise.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Virtual people of a score of 8 or more, given three cycles of equal doses and seen at every visit: what they show,
/// as running means by day and measure.
final class Cohort {
    static final int[] DAYS = {0, 14, 28, 42, 56, 70, 84, 112, 140, 168};

    private static final int ILL = 8;
    private static final List<String> OBSERVED = List.of("lupus.treatment prednisone", "lupus.cytometry treg_percent");

    private final Map<Integer, Map<String, Moments>> moments = new HashMap<>();
    private final Map<Integer, int[]> scores = new HashMap<>();
    private final boolean thorough;
    private int screened;
    private int people;

    private Cohort(boolean thorough) {
        this.thorough = thorough;
        Arrays.stream(DAYS).forEach(day -> scores.put(day, new int[106]));
    }

    /// A running mean.
    static final class Moments {
        private int people;
        private double sum;

        private void add(double value) {
            people++;
            sum += value;
        }

        int people() {
            return people;
        }

        double mean() {
            return sum / people;
        }

        double errorOfShare() {
            return Math.sqrt(mean() * (1 - mean()) / people);
        }
    }

    /// People from a number on, until enough of them are ill enough; all their items too, or their response only.
    static Cohort of(Map<String, Double> parameters, double amount, long firstPerson, int people, boolean thorough) {
        Cohort cohort = new Cohort(thorough);
        for (long person = firstPerson; cohort.people < people; person++) {
            cohort.screen(People.underIl2(parameters, person), amount);
        }
        return cohort;
    }

    Moments of(int day, String measure) {
        return moments.get(day).get(measure);
    }

    double share(int day, String measure) {
        return of(day, measure).mean();
    }

    double shareIllEnough() {
        return people / (double) screened;
    }

    int medianScore(int day) {
        int passed = 0;
        int score = -1;
        while (2 * passed < people) {
            passed += scores.get(day)[++score];
        }
        return score;
    }

    private void screen(Body body, double amount) {
        screened++;
        if (Sri4.score(body.observe("lupus.activity", 0)) < ILL) {
            return;
        }
        people++;
        Sri4 baseline = Sri4.of(body, 0);
        People.giveThreeCycles(body, amount);
        for (int day : DAYS) {
            Sri4 visit = Sri4.of(body, day);
            scores.get(day)[visit.score()]++;
            compare(day, baseline, visit);
            if (thorough) {
                noteAll(day, body);
            }
        }
    }

    private void compare(int day, Sri4 baseline, Sri4 visit) {
        note(day, "score", visit.score());
        note(day, "pga", visit.pga() / 10.0);
        note(day, "fall", visit.falls(baseline));
        note(day, "new_a", visit.hasNewA(baseline));
        note(day, "two_new_b", visit.hasTwoNewB(baseline));
        note(day, "pga_rise", visit.isWorseByPga(baseline));
        note(day, "failed", visit.failed());
        note(day, "sri4", visit.responds(baseline));
    }

    private void noteAll(int day, Body body) {
        Answers activity = body.observe("lupus.activity", day);
        activity.forEach((item, text) -> note(day, item, text.equals("yes")));
        for (String observed : OBSERVED) {
            String[] words = observed.split(" ");
            Answers answers = body.observe(words[0], day);
            note(day, words[1], answers.number(answers.place(words[1])));
        }
    }

    private void note(int day, String measure, boolean holds) {
        note(day, measure, holds ? 1 : 0);
    }

    private void note(int day, String measure, double value) {
        moments.computeIfAbsent(day, _ -> new HashMap<>())
                .computeIfAbsent(measure, _ -> new Moments())
                .add(value);
    }

    /// The measures of a day, for a table.
    List<String> measures(int day) {
        return new ArrayList<>(moments.get(day).keySet());
    }
}
