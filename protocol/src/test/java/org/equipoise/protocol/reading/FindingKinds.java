package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The kinds of finding that the sources of this room can make: every hyphenated word in quotes that no schema knows as
/// a key or a value.
final class FindingKinds {
    private static final Path MAIN = Path.of(System.getProperty("equipoise.root"), "protocol/src/main");
    private static final Pattern HYPHENATED = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    /// A finding whose kind is put together would escape the search.
    private static final Pattern PUT_TOGETHER =
            Pattern.compile("findings\\s*\\.(?:error|warning)\\(\\s*+(?!\"[a-z]+(?:-[a-z]+)+\",|kind,)");

    private FindingKinds() {}

    static SortedSet<String> inSources() {
        String java = String.join("\n", texts(".java"));
        assertThat(PUT_TOGETHER.matcher(java).results().map(MatchResult::group))
                .as("kinds that are not written out")
                .isEmpty();
        SortedSet<String> kinds = new TreeSet<>(hyphenated(java));
        texts(".json").forEach(schema -> kinds.removeAll(hyphenated(schema)));
        return kinds;
    }

    private static List<String> hyphenated(String text) {
        return HYPHENATED.matcher(text).results().map(word -> word.group(1)).toList();
    }

    private static List<String> texts(String ending) {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(MAIN)) {
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
