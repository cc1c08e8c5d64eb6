package org.equipoise.models;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;

/// A disease model: how bodies of one kind begin, change and answer to doses.
///
/// A version never changes its answers: new equations are a new version.
public interface Model {
    String id();

    int version();

    /// The names of all the numbers that it needs.
    SortedSet<String> parameters();

    /// What can be looked at, such as `lupus.activity`.
    SortedSet<String> observables();

    /// The kinds of occurrence that there may be, such as `adverse-event`.
    default SortedSet<String> occurrences() {
        return Collections.emptySortedSet();
    }

    /// The items that an observable or a kind of occurrence may answer.
    SortedSet<String> items(String observable);

    /// A new virtual person. What differs between sites, or drifts with the calendar, comes as the parameters of the
    /// person: a body knows neither.
    Body body(Map<String, Double> parameters, Chance chance);
}
