package org.equipoise.statistics.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void its_limits_belong_to_it() {
        var interval = new Interval(-0.1, 0.4, 0.95);
        assertThat(interval.contains(-0.1)).isTrue();
        assertThat(interval.contains(0.4)).isTrue();
        assertThat(interval.contains(0.41)).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
    }

    @Test
    void it_runs_upwards_between_numbers() {
        assertThatThrownBy(() -> new Interval(0.4, 0.1, 0.95)).hasMessageContaining("upwards");
        assertThatThrownBy(() -> new Interval(Double.NaN, 0.1, 0.95)).hasMessageContaining("upwards");
    }
}
