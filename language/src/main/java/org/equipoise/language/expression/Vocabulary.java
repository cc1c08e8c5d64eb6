package org.equipoise.language.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.ItemType;

/// What an expression may speak of.
///
/// @param types every item and score of the study's forms, and its type
/// @param encounters the encounters, each with the forms filled in at it
/// @param logs the forms that are kept as logs
/// @param derivations the names that stand for a condition of their own
/// @param ranges the reference ranges of items, those that go first before the others
public record Vocabulary(
        Map<ItemName, ItemType> types,
        Map<String, Set<String>> encounters,
        Set<String> logs,
        Set<String> derivations,
        Map<ItemName, List<ReferenceRange>> ranges) {
    /// The whole study day of the visit that is judged, a number: 1 is the day of randomisation, there is no 0.
    public static final ItemName VISIT_DAY = new ItemName("visit", "day");

    public static final ItemName VISIT_DATE = new ItemName("visit", "date");

    /// The encounter that is judged, a code.
    public static final ItemName VISIT_ID = new ItemName("visit", "id");

    public static final ItemName CONSENT_DATE = new ItemName("consent", "date");

    /// The type of an item that no expression may read, whatever it is on its form.
    public static final ItemType UNREAD = new ItemType.Text(0);

    public Vocabulary {
        types = Map.copyOf(types);
        encounters = Map.copyOf(encounters);
        logs = Set.copyOf(logs);
        derivations = Set.copyOf(derivations);
        ranges = Map.copyOf(ranges);
    }

    public Vocabulary(Map<ItemName, ItemType> types, Map<String, Set<String>> encounters, Set<String> logs) {
        this(types, encounters, logs, Set.of(), Map.of());
    }

    /// Of items alone.
    public Vocabulary(Map<ItemName, ItemType> types) {
        this(types, Map.of(), Set.of());
    }

    /// The same, with names for conditions.
    public Vocabulary withDerivations(Set<String> named) {
        return new Vocabulary(types, encounters, logs, named, ranges);
    }

    /// The same, with the limits of laboratories.
    public Vocabulary withRanges(Map<ItemName, List<ReferenceRange>> known) {
        return new Vocabulary(types, encounters, logs, derivations, known);
    }
}
