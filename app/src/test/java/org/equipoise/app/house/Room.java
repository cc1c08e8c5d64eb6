package org.equipoise.app.house;

import java.util.List;

/// One room of the house, as its pom declares it: the rooms it may use are those that it names.
record Room(String name, String purpose, List<String> mayUse) {
    static final String PACKAGE = "org.equipoise.";

    /// The room a package belongs to, or nothing for a package that is not ours.
    static String of(String packageName) {
        if (!packageName.startsWith(PACKAGE)) {
            return "";
        }
        String rest = packageName.substring(PACKAGE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
