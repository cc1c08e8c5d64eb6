package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// Disease activity as it shows day by day: Xo = X exp(W - W(0)), with what a person accumulates under it.
///
/// W is the stationary Ornstein-Uhlenbeck process, exact on whole days. The n-th draw of one stream belongs to
/// day n, so a day's noise does not depend on which days are looked at.
final class ObservedActivity {
    private final Course course;
    private final RandomStream noise;
    private final double sd;
    private final double carried;
    private final double renewed;

    private double atBaseline;
    private double wandering;
    private final DailyValues observed = new DailyValues();
    private final DailyValues area = new DailyValues();
    private final DailyValues peak = new DailyValues();

    ObservedActivity(Assumptions assumptions, Course course, RandomStream noise) {
        this.course = course;
        this.noise = noise;
        sd = assumptions.notNegative("noise_sd");
        carried = StrictMath.exp(-1 / assumptions.positive("noise_days"));
        renewed = sd * StrictMath.sqrt(1 - carried * carried);
    }

    /// Xo on a whole day; 1 on day 0.
    double on(int day) {
        live(day);
        return observed.on(day);
    }

    /// The time integral of Xo from day 0, in days (trapezoids over whole days).
    double areaUntil(int day) {
        live(day);
        return area.on(day);
    }

    /// The highest Xo from day 0 to this day.
    double peakUntil(int day) {
        live(day);
        return peak.on(day);
    }

    private void live(int day) {
        while (observed.days() <= day) {
            if (observed.days() == 0) {
                begin();
            } else {
                liveAnotherDay();
            }
        }
    }

    private void begin() {
        atBaseline = noise.normal(0, sd);
        wandering = atBaseline;
        observed.add(1);
        area.add(0);
        peak.add(1);
    }

    private void liveAnotherDay() {
        wandering = carried * wandering + renewed * noise.normal();
        double yesterday = observed.last();
        double today = course.on(observed.days()) * StrictMath.exp(wandering - atBaseline);
        observed.add(today);
        area.add(area.last() + (yesterday + today) / 2);
        peak.add(Math.max(peak.last(), today));
    }
}
