package org.equipoise.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.protocol.form.Item;

/// Entries for the lupus study's forms of one visit, on which nothing is wrong but what the test names.
final class Activity {
    private static final List<String> FORMS = List.of("treatment", "pga", "activity", "grades");

    private Activity() {}

    /// The descriptors of activity, absent but for the overrides.
    static String[] form(String... overrides) {
        return entries("activity", overrides);
    }

    /// A visit with all that the response index asks for.
    static Chronicle visit(Chronicle chronicle, String encounter, String date, String... overrides) {
        chronicle.visit("S01-0001", encounter, date, true);
        FORMS.forEach(form -> chronicle.submitted("S01-0001", encounter, form, entries(form, overrides)));
        return chronicle;
    }

    /// Every item of a form in its order, as usual or as one of the overrides says.
    private static String[] entries(String form, String... overrides) {
        Map<String, String> named = new TreeMap<>(
                Arrays.stream(overrides).collect(Collectors.toMap(entry -> entry.split("[=?]", 2)[0], entry -> entry)));
        List<Item> items = Studies.LUPUS.form(form).orElseThrow().items();
        return items.stream()
                .map(item -> item.name().item())
                .map(item -> named.getOrDefault(item, item + "=" + usual(item)))
                .toArray(String[]::new);
    }

    private static String usual(String item) {
        return switch (item) {
            case "pga" -> "1";
            case "prednisone" -> "10";
            default -> item.startsWith("grade_") ? "E" : "no";
        };
    }
}
