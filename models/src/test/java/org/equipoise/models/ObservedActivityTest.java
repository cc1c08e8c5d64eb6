package org.equipoise.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ObservedActivityTest {
    private static final int PEOPLE = 20_000;
    private static final Assumptions ASSUMPTIONS = Assumptions.of(new LowDoseIl2(), People.assuming(""));

    @Test
    void noise_between_two_days_has_the_spread_of_the_stationary_process() {
        double[] sumOfSquares = new double[85];
        double[] sums = new double[85];
        double products = 0;
        for (int person = 0; person < PEOPLE; person++) {
            ObservedActivity activity = unmoved(person);
            for (int day : new int[] {1, 28, 84}) {
                double change = Math.log(activity.on(day));
                sums[day] += change;
                sumOfSquares[day] += change * change;
            }
            products += Math.log(activity.on(28)) * Math.log(activity.on(84));
        }
        for (int day : new int[] {1, 28, 84}) {
            double variance = 2 * 0.22 * 0.22 * (1 - Math.exp(-day / 60.0));
            assertThat(sums[day] / PEOPLE).isCloseTo(0, within(4 * Math.sqrt(variance / PEOPLE)));
            assertThat(sumOfSquares[day] / PEOPLE).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / PEOPLE)));
        }
        double covariance = 0.22 * 0.22 * (1 - Math.exp(-28 / 60.0) - Math.exp(-84 / 60.0) + Math.exp(-56 / 60.0));
        assertThat(products / PEOPLE).isCloseTo(covariance, within(4 * 0.07 / Math.sqrt(PEOPLE)));
    }

    @Test
    void area_and_peak_are_those_of_the_days_lived() {
        ObservedActivity activity = unmoved(1);
        double area = 0;
        double peak = 1;
        for (int day = 1; day <= 300; day++) {
            area += (activity.on(day - 1) + activity.on(day)) / 2;
            peak = Math.max(peak, activity.on(day));
        }
        assertThat(activity.areaUntil(300)).isCloseTo(area, within(1e-9));
        assertThat(activity.peakUntil(300)).isEqualTo(peak).isGreaterThan(1);
        assertThat(activity.areaUntil(0)).isZero();
        assertThat(activity.peakUntil(0)).isOne();
    }

    /// Activity that stays at 1 but for its noise.
    private static ObservedActivity unmoved(int person) {
        return new ObservedActivity(ASSUMPTIONS, _ -> 1, People.chance(person).stream("body/activity-noise", 0));
    }
}
