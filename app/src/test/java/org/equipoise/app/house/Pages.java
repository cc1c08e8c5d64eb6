package org.equipoise.app.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The law that a package says what is in it, who may call it and where the data goes next.
final class Pages {
    private static final int LONGEST = 10;

    /// It has no dependencies, not even on annotations.
    private static final String UNMARKED_ROOM = "verifier";

    private Pages() {}

    static List<String> missing(House house) {
        Map<String, List<Source>> packages = new TreeMap<>();
        for (Source source : house.sources()) {
            if (source.isJava()) {
                packages.computeIfAbsent(source.packageName(), _ -> new ArrayList<>())
                        .add(source);
            }
        }
        List<String> breaches = new ArrayList<>();
        packages.forEach((name, files) -> files.stream()
                .filter(file -> file.fileName().equals("package-info.java"))
                .findAny()
                .ifPresentOrElse(
                        page -> breaches.addAll(faults(page)),
                        () -> breaches.add(name + " has no package-info.java, but "
                                + files.getFirst().path())));
        return breaches;
    }

    private static List<String> faults(Source page) {
        List<String> faults = new ArrayList<>();
        if (page.lines().size() > LONGEST) {
            faults.add(page.path() + " has " + page.lines().size() + " lines, " + LONGEST + " at most");
        }
        if (!page.lines().contains("@NullMarked") && !page.room().equals(UNMARKED_ROOM)) {
            faults.add(page.path() + " is not @NullMarked");
        }
        if (page.lines().stream().noneMatch(line -> line.startsWith("///"))) {
            faults.add(page.path() + " says nothing");
        }
        return faults;
    }
}
