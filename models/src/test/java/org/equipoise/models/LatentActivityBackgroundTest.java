package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LatentActivityBackgroundTest {
    private static final int PEOPLE = 20_000;
    private static final double STANDARD_ERRORS = 4;

    @Test
    void people_bring_what_the_page_says_and_sometimes_what_excludes_them() {
        List<Map<String, String>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            people.add(LatentActivityBackground.of(People.chance(person)));
        }
        for (Map<String, String> row : Repository.table("latent-activity/background.csv")) {
            ToDoubleFunction<String> measure = measure(row.get("measure"));
            double[] values = people.stream()
                    .map(findings -> findings.getOrDefault(row.get("item"), ""))
                    .mapToDouble(measure)
                    .toArray();
            double expected = Double.parseDouble(row.get("expected"));
            double variance = row.get("measure").equals("mean") ? variance(values) : expected * (1 - expected);
            assertThat(mean(values))
                    .as(row.toString())
                    .isCloseTo(expected, within(STANDARD_ERRORS * Math.sqrt(variance / PEOPLE)));
        }
    }

    @Test
    void only_women_are_tested_for_pregnancy() {
        for (int person = 0; person < 1000; person++) {
            Map<String, String> findings = LatentActivityBackground.of(People.chance(person));
            assertThat(findings.get("pregnancy_test").equals("not_applicable"))
                    .isEqualTo(findings.get("sex").equals("male"));
        }
    }

    private static ToDoubleFunction<String> measure(String words) {
        String limit = words.substring(words.indexOf(' ') + 1);
        return switch (words.substring(0, words.length() - limit.length())) {
            case "is " -> text -> text.equals(limit) ? 1 : 0;
            case "above " -> text -> Double.parseDouble(text) > Double.parseDouble(limit) ? 1 : 0;
            case "below " -> text -> Double.parseDouble(text) < Double.parseDouble(limit) ? 1 : 0;
            default -> Double::parseDouble;
        };
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
