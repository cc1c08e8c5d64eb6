package org.equipoise.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equipoise.protocol.form.Item;

/// Entries for the lupus study's activity form, on which nothing is wrong but what the test names.
final class Activity {
    private Activity() {}

    /// Every item: `pga=1`, the descriptors absent, the grades E, no treatment failure; then the overrides.
    static String[] form(String... overrides) {
        Map<String, String> named = new TreeMap<>(
                Arrays.stream(overrides).collect(Collectors.toMap(entry -> entry.split("[=?]", 2)[0], entry -> entry)));
        List<Item> items = Studies.LUPUS.form("activity").orElseThrow().items();
        return items.stream()
                .map(item -> item.name().item())
                .map(item -> named.getOrDefault(item, item + "=" + usual(item)))
                .toArray(String[]::new);
    }

    private static String usual(String item) {
        return item.equals("pga") ? "1" : item.startsWith("grade_") ? "E" : "no";
    }
}
