package org.equipoise.app.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.equipoise.app.Main;
import org.equipoise.app.house.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial works to the letter: its files are written where it says, its commands are run, and what it shows is
/// what is printed. A line of three points stands for any lines.
class TutorialTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\S[^\\n]*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String ELLIPSIS = "…";

    @TempDir
    Path folder;

    @Test
    void what_the_tutorial_shows_is_what_happens() throws IOException {
        String page = Repository.read(Repository.ROOT.resolve("docs/tutorial/a-small-trial.md"));
        List<String> done = new ArrayList<>();
        for (var block : BLOCK.matcher(page).results().toList()) {
            String[] info = block.group(1).split(" ", 2);
            switch (info[0]) {
                case "yaml" -> write(info[1], block.group(2));
                case "console" -> done.add(run(block.group(2)));
                default -> throw new AssertionError("nobody knows what to do with " + block.group(1));
            }
        }
        assertThat(done).contains("init", "check", "rehearse");
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private String run(String block) throws IOException {
        List<String> lines = block.lines().toList();
        assertThat(lines.getFirst()).startsWith("$ ");
        List<String> words = words(lines.getFirst().substring(2));
        if (words.getFirst().equals("rm")) {
            Files.delete(folder.resolve(words.getLast()));
            return "rm";
        }
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        Main.run(out, out, words.subList(1, words.size()).toArray(String[]::new));
        List<String> shown =
                printed.toString().replace(folder + "/", "").lines().toList();
        compare(lines.subList(1, lines.size()), shown);
        return words.get(1);
    }

    /// Paths of the page are paths in the folder of the test.
    private List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.startsWith("my-trial") ? folder.resolve(word).toString() : word)
                .toList();
    }

    private static void compare(List<String> expected, List<String> shown) {
        int at = 0;
        boolean gap = true;
        for (String line : expected) {
            if (line.equals(ELLIPSIS)) {
                gap = true;
                continue;
            }
            assertThat(shown.subList(at, shown.size())).contains(line);
            int found = at + shown.subList(at, shown.size()).indexOf(line);
            assertThat(gap || found == at)
                    .as("something stands before %s", line)
                    .isTrue();
            at = found + 1;
            gap = false;
        }
    }
}
