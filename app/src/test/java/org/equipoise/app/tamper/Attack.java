package org.equipoise.app.tamper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something a superuser does to the database, as a file of SQL whose first lines say in words what, how it is set up,
/// and what finds it.
///
/// @param says the lines `-- <word>: <text>` of the file
record Attack(String title, Map<String, String> says, String sql) {
    private static final Path FOLDER = Path.of(System.getProperty("equipoise.root"), "app/src/test/resources/attacks");

    /// What looks at a journal, in the order in which one would.
    static final List<String> CHECKS = List.of("serving", "opening", "program", "projections", "verifier");

    static List<Attack> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Attack::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Map<String, String> says = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                int colon = line.indexOf(": ");
                if (line.startsWith("-- ") && colon > 0) {
                    says.put(line.substring(3, colon), line.substring(colon + 2));
                }
            }
            String sql = lines.stream().filter(line -> !line.startsWith("-- ")).collect(Collectors.joining("\n"));
            return new Attack(lines.getFirst().substring(3), says, sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean is(String word) {
        return says.containsKey(word);
    }

    String says(String word) {
        return says.getOrDefault(word, "");
    }

    /// What each check must say that does not pass.
    SortedMap<String, String> expected() {
        SortedMap<String, String> expected = new TreeMap<>(says);
        expected.keySet().retainAll(CHECKS);
        return expected;
    }

    /// As the page on reliability has it.
    String row() {
        String found = CHECKS.stream()
                .filter(this::is)
                .map(check -> check + ": " + says(check))
                .collect(Collectors.joining("; "));
        return "| " + title + " | " + (found.isEmpty() ? "**not found.** " + says("why") : found) + " |\n";
    }

    @Override
    public String toString() {
        return title;
    }
}
