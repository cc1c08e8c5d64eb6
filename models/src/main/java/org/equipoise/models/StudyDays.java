package org.equipoise.models;

/// The order of what happens to a body: doses never go back, and never behind what was seen.
final class StudyDays {
    private static final int LAST = 36_525;

    private double lastDose;
    private int lastSeen = -LAST;

    /// Takes note of a dose, or refuses it.
    void dosed(double day, double amount) {
        if (!(amount >= 0) || !Double.isFinite(amount)) {
            throw new IllegalArgumentException("A dose is zero or a positive amount, not " + amount + ".");
        }
        if (!(day >= 0 && day <= LAST)) {
            throw new IllegalArgumentException("A dose is given on a day from 0 to " + LAST + ", not " + day + ".");
        }
        if (day < lastDose || day < lastSeen) {
            throw new IllegalArgumentException("A dose on day " + day + " comes too late: the last dose was on day "
                    + lastDose + " and the body has been seen on day " + lastSeen + ".");
        }
        lastDose = day;
    }

    /// Takes note of a look, and says which whole day it belongs to.
    int seen(double day) {
        if (!(day >= -LAST && day <= LAST)) {
            throw new IllegalArgumentException(
                    "A body is seen on a day from -" + LAST + " to " + LAST + ", not " + day + ".");
        }
        int whole = (int) Math.floor(day);
        lastSeen = Math.max(lastSeen, whole);
        return whole;
    }
}
