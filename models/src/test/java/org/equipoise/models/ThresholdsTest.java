package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final int PEOPLE = 20_000;
    private static final double STANDARD_ERRORS = 4;
    private static final List<Thresholds> DRAWN = new ArrayList<>();

    @BeforeAll
    static void draw() {
        for (int person = 0; person < PEOPLE; person++) {
            DRAWN.add(new Thresholds(People.chance(person)));
        }
    }

    @Test
    void an_item_present_at_baseline_persists_as_its_beta_law_says() {
        for (Map<String, String> row : Repository.table("low-dose-il2/items.csv")) {
            double a = Double.parseDouble(row.get("a"));
            double b = Double.parseDouble(row.get("b"));
            double[] present = of(row).filter(threshold -> threshold < 1).toArray();
            double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
            assertThat(mean(present))
                    .as(row.get("item"))
                    .isCloseTo(a / (a + b), within(STANDARD_ERRORS * Math.sqrt(variance / present.length)));
        }
    }

    @Test
    void a_new_item_waits_as_its_exponential_law_says() {
        for (Map<String, String> row : Repository.table("low-dose-il2/items.csv")) {
            double expected = 0.35 / Double.parseDouble(row.get("prevalence"));
            double[] waiting = of(row).filter(threshold -> threshold >= 1)
                    .map(threshold -> threshold - 1.15)
                    .toArray();
            assertThat(mean(waiting))
                    .as(row.get("item"))
                    .isCloseTo(expected, within(STANDARD_ERRORS * expected / Math.sqrt(waiting.length)));
            assertThat(Arrays.stream(waiting).min().orElseThrow()).isBetween(0.0, 15 * expected / waiting.length);
        }
    }

    @Test
    void a_system_has_an_item_as_soon_as_the_lowest_threshold_is_passed() {
        Thresholds thresholds = DRAWN.getFirst();
        assertThat(thresholds.of(OrganSystem.MUSCULOSKELETAL))
                .isEqualTo(Math.min(thresholds.of(DiseaseItem.ARTHRITIS), thresholds.of(DiseaseItem.MYOSITIS)));
        assertThat(thresholds.of(OrganSystem.GASTROINTESTINAL)).isInfinite();
    }

    private static DoubleStream of(Map<String, String> row) {
        DiseaseItem item = DiseaseItem.valueOf(row.get("item").toUpperCase(Locale.ROOT));
        return DRAWN.stream().mapToDouble(thresholds -> thresholds.of(item));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
