package org.equipoise.models;

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

    /// The items that an observable answers, always all of them.
    SortedSet<String> items(String observable);

    /// A new virtual person.
    Body body(Map<String, Double> parameters, Chance chance);
}
