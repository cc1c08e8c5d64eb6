package org.equipoise.exchange.usdm;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names a study can use, made from what people call things; never the same twice.
final class Names {
    private static final int LONGEST = 40;
    private final Set<String> taken = new HashSet<>();

    /// Lower-case letters, digits and `_`.
    String word(String label) {
        String word =
                label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        return once(word.isEmpty() ? "unnamed" : word.substring(0, Math.min(LONGEST, word.length())));
    }

    private String once(String word) {
        String name = word;
        for (int i = 2; !taken.add(name); i++) {
            name = word + "_" + i;
        }
        return name;
    }
}
