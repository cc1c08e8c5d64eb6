package org.equipoise.statistics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.equipoise.statistics.ReferenceTable;
import org.equipoise.statistics.ReferenceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateBoundaryTest {
    private static final RateBoundary USUAL = new RateBoundary(0.5, 4.5, 0.15, 0.9);

    static List<Row> boundaries() {
        return ReferenceTable.rows("rate-boundary/boundaries.csv");
    }

    static List<Row> crossings() {
        return ReferenceTable.rows("rate-boundary/crossing.csv");
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void the_least_number_of_events_is_that_of_the_reference(Row row) {
        var boundary = new RateBoundary(
                row.number("prior_events"), row.number("prior_others"), row.number("limit"), row.number("cut"));
        int size = row.count("size");
        if (row.text("least").isEmpty()) {
            assertThat(boundary.least(size)).isEmpty();
        } else {
            int least = row.count("least");
            assertThat(boundary.least(size)).hasValue(least);
            assertThat(boundary.exceeds(least, size)).isCloseTo(row.number("probability"), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void the_chance_of_crossing_is_that_of_the_reference(Row row) {
        int[] looks = Arrays.stream(row.text("looks").split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(USUAL.crossing(row.number("rate"), looks)).isCloseTo(row.number("crossing"), within(1e-12));
    }

    @Test
    void one_look_more_never_makes_crossing_less_likely() {
        double before = 0;
        for (int look = 1; look <= 30; look++) {
            int[] looks = new int[look];
            Arrays.setAll(looks, i -> i + 1);
            double now = USUAL.crossing(0.2, looks);
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
            before = now;
        }
        assertThat(USUAL.crossing(0.2)).isZero();
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatThrownBy(() -> new RateBoundary(0, 1, 0.1, 0.9)).hasMessageContaining("greater than 0");
        assertThatThrownBy(() -> new RateBoundary(1, 1, 0.1, 1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> USUAL.exceeds(6, 5)).hasMessageContaining("not 6");
        assertThatThrownBy(() -> USUAL.crossing(0.1, 10, 10)).hasMessageContaining("not 10 after 10");
    }
}
