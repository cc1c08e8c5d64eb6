package org.equipoise.language.expression;

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
public record Vocabulary(
        Map<ItemName, ItemType> types, Map<String, Set<String>> encounters, Set<String> logs, Set<String> derivations) {
    /// The whole study day of the visit that is judged, a number: 1 is the day of randomisation, there is no 0.
    public static final ItemName VISIT_DAY = new ItemName("visit", "day");

    public static final ItemName VISIT_DATE = new ItemName("visit", "date");

    /// The encounter that is judged, a code.
    public static final ItemName VISIT_ID = new ItemName("visit", "id");

    public static final ItemName CONSENT_DATE = new ItemName("consent", "date");

    public Vocabulary {
        types = Map.copyOf(types);
        encounters = Map.copyOf(encounters);
        logs = Set.copyOf(logs);
        derivations = Set.copyOf(derivations);
    }

    /// Of items alone.
    public Vocabulary(Map<ItemName, ItemType> types) {
        this(types, Map.of(), Set.of(), Set.of());
    }
}
