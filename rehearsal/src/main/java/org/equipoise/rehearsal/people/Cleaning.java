package org.equipoise.rehearsal.people;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.conduct.refusal.Refusal;

/// What was planted in a rehearsal and what was caught: slips of entry, how each was found, queries that had no cause,
/// and every kind of refusal. Only a rehearsal knows.
public final class Cleaning {
    private int mistakes;
    private int refused;
    private int queried;
    private int reviewed;
    private int forgotten;
    private int obtained;
    private int queries;
    private int needless;
    private final SortedMap<String, Integer> refusals = new TreeMap<>();

    void planted(int wrong, int leftOut) {
        mistakes += wrong;
        forgotten += leftOut;
    }

    void refused(int wrong) {
        refused += wrong;
    }

    void queried(int wrong) {
        queried += wrong;
    }

    void reviewed(int wrong) {
        reviewed += wrong;
    }

    void obtained(int leftOut) {
        obtained += leftOut;
    }

    /// A query was raised, and a mistake was found behind it or not.
    void asked(boolean found) {
        queries++;
        needless += found ? 0 : 1;
    }

    void heard(Refusal refusal) {
        refusals.merge(refusal.getClass().getSimpleName(), 1, Integer::sum);
    }

    /// Wrong entries that were planted.
    public int mistakes() {
        return mistakes;
    }

    /// Those that the form itself refused.
    public int caughtByForms() {
        return refused;
    }

    /// Those that an edit check found.
    public int caughtByChecks() {
        return queried;
    }

    /// Those that a second look at the source found.
    public int caughtOnReview() {
        return reviewed;
    }

    public int neverCaught() {
        return mistakes - refused - queried - reviewed;
    }

    /// Required items that were left out.
    public int forgotten() {
        return forgotten;
    }

    /// Those that were asked for when a decision needed them.
    public int obtained() {
        return obtained;
    }

    public int queries() {
        return queries;
    }

    /// Queries with nothing wrong behind them.
    public int falseAlarms() {
        return needless;
    }

    /// The share of the mistakes that no form refuses which a check found.
    public double recall() {
        int open = mistakes - refused;
        return open == 0 ? 0 : (double) queried / open;
    }

    /// The share of the queries that had a mistake behind them.
    public double precision() {
        return queries == 0 ? 0 : (double) (queries - needless) / queries;
    }

    /// Kind of refusal → how often.
    public SortedMap<String, Integer> refusals() {
        return Collections.unmodifiableSortedMap(refusals);
    }
}
