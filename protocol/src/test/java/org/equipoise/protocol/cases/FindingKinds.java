package org.equipoise.protocol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The kinds of finding that the sources of a room can make: every hyphenated word in quotes that no schema knows as a
/// key or a value.
public final class FindingKinds {
    private static final Path ROOT = Path.of(System.getProperty("equipoise.root"));
    private static final Pattern HYPHENATED = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    /// A kind of one word has no hyphen to know it by.
    private static final Pattern CALLED =
            Pattern.compile("\\b(?:error|warning|information|gap)\\(\\s*\"([a-z]+(?:-[a-z]+)*)\",");

    /// A finding whose kind is put together would escape the search.
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("\\b(?:findings|Doubt|Open|doubts)\\s*\\.(?:error|warning|information|gap)\\("
                    + "\\s*+(?!\"[a-z]+(?:-[a-z]+)+\",|kind,|finding,|gap\\.finding\\(\\),)");

    private FindingKinds() {}

    /// The kinds of a room.
    ///
    /// @param rooms whose schemas may be spoken of in its sources
    /// @param others hyphenated words of the sources that are no kinds
    public static SortedSet<String> in(String room, List<String> rooms, Set<String> others) {
        String java = String.join("\n", texts(room, ".java"));
        assertThat(PUT_TOGETHER.matcher(java).results().map(MatchResult::group))
                .as("kinds that are not written out")
                .isEmpty();
        SortedSet<String> kinds = new TreeSet<>(words(HYPHENATED, java));
        kinds.addAll(words(CALLED, java));
        assertThat(kinds).as("words that are no kinds").containsAll(others);
        kinds.removeAll(others);
        rooms.forEach(each -> texts(each, ".json").forEach(schema -> kinds.removeAll(words(HYPHENATED, schema))));
        return kinds;
    }

    private static List<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(word -> word.group(1)).toList();
    }

    private static List<String> texts(String room, String ending) {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(ROOT.resolve(room).resolve("src/main"))) {
            for (Path path : paths.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
