package org.equipoise.models;

import org.equipoise.statistics.random.RandomStream;

/// When a person was diagnosed, as well as the person remembers: `2019`, `2021-05` or `2023-11-02`.
///
/// A body has no calendar, so the last possible year is fixed: the one before the invented study.
final class Diagnosis {
    private static final int LATEST_YEAR = 2025;
    private static final int YOUNGEST = 16;
    private static final double MEAN_YEARS_AGO = 6;
    private static final double ONLY_THE_YEAR = 0.4;
    private static final double NO_DAY = 0.9;

    private Diagnosis() {}

    static String draw(RandomStream stream, int age) {
        double yearsAgo = Math.min(stream.exponential(MEAN_YEARS_AGO), age - YOUNGEST);
        double memory = stream.uniform();
        String year = Integer.toString(LATEST_YEAR - (int) yearsAgo);
        String month = year + "-" + twoDigits(1 + stream.index(12));
        String day = month + "-" + twoDigits(1 + stream.index(28));
        return memory < ONLY_THE_YEAR ? year : memory < NO_DAY ? month : day;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
