package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.protocol.cases.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that nobody writes in good faith. They end in a finding, however they are read: by a schema of the study, as
/// one of many forms, or for another room.
class HostileFilesTest {
    private static final List<String> FILES = List.of("protocol.yaml", "forms/skin.yaml", "rehearsal.yaml");

    private static final int MILLION = 1_000_000;

    static Stream<Arguments> hostile() {
        Example base = Example.base();
        Map<String, byte[]> contents = contents();
        return FILES.stream()
                .flatMap(file -> contents.keySet().stream()
                        .map(what -> argumentSet(what + " in " + file, base.with(file, contents.get(what)), file)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_file_is_a_finding_in_that_file_and_never_a_failure(Example example, String file) {
        StudyReader.Reading reading = Soon.read(example);
        assertThat(reading.study()).isEmpty();
        assertThat(reading.findings())
                .isNotEmpty()
                .allSatisfy(Sentences::sayWhatToDo)
                .anySatisfy(finding -> assertThat(finding.place().file()).isEqualTo(file));
    }

    private static Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        text(contents, "nothing", "");
        text(contents, "only a comment", "# nothing\n");
        text(contents, "two documents", "id: a\n---\nid: b\n");
        text(contents, "an alias", "id: &a x\ntitle: *a\n");
        text(contents, "an alias to nothing", "id: *a\n");
        text(contents, "an anchored key", "&a id: x\n");
        text(contents, "a node inside itself", "&a [*a]\n");
        text(contents, "a billion laughs", laughs());
        text(contents, "a key twice", "id: a\nid: b\n");
        text(contents, "a mapping as a key", "{a: b}: c\n");
        text(contents, "a tag that runs code", "id: !!javax.script.ScriptEngineManager [x]\n");
        text(contents, "a tag of its own", "id: !thing x\n");
        text(contents, "a set", "!!set {a, b}\n");
        text(contents, "a list in a list, deep", "[".repeat(100_000));
        text(contents, "a mapping in a mapping, deep", "{a: ".repeat(100_000));
        text(contents, "dashes, deep", "- ".repeat(100_000));
        text(contents, "question marks, deep", "? ".repeat(100_000));
        text(contents, "keys, deep by indentation", steps(2_000));
        text(contents, "a value of a million characters", "id: " + "a".repeat(MILLION));
        text(contents, "a quoted value of a million characters", "id: '" + "a b ".repeat(MILLION / 4) + "'\n");
        text(contents, "a key of a million characters", "? " + "a".repeat(MILLION) + "\n: b\n");
        text(contents, "a number of a million digits", "id: " + "9".repeat(MILLION));
        text(contents, "a value of a hundred thousand characters", "id: " + "a".repeat(MILLION / 10));
        text(
                contents,
                "a key of ten thousand characters twice",
                "? " + ("a".repeat(MILLION / 100) + ": 1\n? ").repeat(2));
        text(contents, "ten thousand elements of the wrong type", elements());
        text(contents, "a million lines", "- a\n".repeat(MILLION));
        text(contents, "a million keys", "{" + "a, ".repeat(MILLION) + "}");
        text(contents, "a number with a monstrous exponent", "id: 1e999999999\n");
        text(contents, "infinity", "id: .inf\n");
        text(contents, "not a number", "id: .nan\n");
        text(contents, "an open quote", "id: \"a\n" + "b\n".repeat(1_000));
        text(contents, "an open bracket", "id: [a,\n");
        text(contents, "a tab as indentation", "id:\n\ta: b\n");
        text(contents, "half a pair of surrogates", "id: \"\\ud800\"\n");
        text(contents, "a zero character", "id: \"\\0\"\n");
        text(contents, "a bell", "id: \u0007\n");
        text(contents, "a directive of another version", "%YAML 9.9\n---\nid: a\n");
        contents.put("broken UTF-8", new byte[] {'i', 'd', ':', '\n', ' ', (byte) 0xC3, (byte) 0x28});
        contents.put("UTF-16", "id: a\n".getBytes(StandardCharsets.UTF_16));
        contents.put("zero bytes", new byte[10_000]);
        return contents;
    }

    private static void text(Map<String, byte[]> contents, String what, String text) {
        contents.put(what, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Of a list in the protocol, of one in a form, and then the file ends amiss, so that every reader has a finding.
    private static String elements() {
        return "arms: [" + "1,".repeat(MILLION / 200) + "]\nitems: [" + "1,".repeat(MILLION / 200) + "]\n*a\n";
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("l0: &l0 [ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            text.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return text.toString();
    }

    private static String steps(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }
}
