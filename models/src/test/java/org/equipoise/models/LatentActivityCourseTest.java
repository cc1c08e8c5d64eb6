package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatentActivityCourseTest {
    /// See reference/latent-activity/case.md.
    private static final double TOLERANCE = 1e-10;

    private static final double TOLERANCE_OF_FAST_RATES = 2e-8;

    @ParameterizedTest
    @ValueSource(strings = {"no-doses", "three-cycles", "three-cycles-worsening", "late-and-unequal"})
    void activity_follows_the_reference_trajectory(String name) {
        List<Map<String, String>> rows = Repository.table("latent-activity/expected.csv").stream()
                .filter(row -> row.get("case").equals(name))
                .toList();
        LatentActivityCourse course = dosed(rows.getFirst());

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(course.on(Integer.parseInt(row.get("day"))))
                        .as("day " + row.get("day"))
                        .isCloseTo(
                                Double.parseDouble(row.get("activity")),
                                within(name.equals("late-and-unequal") ? TOLERANCE_OF_FAST_RATES : TOLERANCE)));
    }

    @Test
    void without_doses_activity_relaxes_exactly_to_the_background_target() {
        LatentActivityCourse course = new LatentActivityCourse(assumptions(Map.of()), 0.52);

        for (int day = 0; day <= 168; day++) {
            assertThat(course.on(day)).isCloseTo(0.52 + 0.48 * Math.exp(-0.014748 * day), within(1e-14));
        }
    }

    @Test
    void a_larger_dose_never_raises_activity() {
        double previous = 2;
        for (double amount : new double[] {0, 0.25, 0.5, 1, 1.5, 3, 100}) {
            LatentActivityCourse course = new LatentActivityCourse(assumptions(Map.of()), 0.52);
            People.THREE_CYCLES.forEach(day -> course.dose(day, amount));
            assertThat(course.on(84)).isLessThan(previous).isPositive();
            previous = course.on(84);
        }
    }

    private static LatentActivityCourse dosed(Map<String, String> row) {
        Map<String, Double> changed = Map.of(
                "recovery_rate", Double.valueOf(row.get("recovery_rate")),
                "effect_half_life", Double.valueOf(row.get("effect_half_life")));
        LatentActivityCourse course =
                new LatentActivityCourse(assumptions(changed), Double.parseDouble(row.get("background")));
        for (String dose : row.get("doses").split(" ")) {
            if (!dose.isEmpty()) {
                String[] parts = dose.split("x");
                course.dose(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        }
        return course;
    }

    private static Assumptions assumptions(Map<String, Double> changed) {
        Map<String, Double> parameters = new TreeMap<>(People.lupusParameters());
        parameters.putAll(changed);
        return Assumptions.of(new LatentActivity(), parameters);
    }
}
