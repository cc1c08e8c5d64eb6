package org.equipoise.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.app.Main;
import org.equipoise.app.trial.TestStudies;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Studies that nobody writes in good faith, given to the program itself with 256 MB: each ends in a finding
/// within two seconds of the processor. The start of the virtual machine, which the launcher shortens and this
/// test does not, is not counted.
class HostileStudiesTest {
    private static final int MILLION = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String SPENT = "processor ns ";
    private static final String ADULT = "entry.age >= '18 a'";

    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        return Stream.of(
                argumentSet("an alias bomb", "protocol.yaml", bytes(laughs())),
                argumentSet("deep nesting", "protocol.yaml", bytes("a: " + "[".repeat(100_000))),
                argumentSet("a key twice", "protocol.yaml", bytes("id: a\nid: b\n")),
                argumentSet(
                        "a million characters", "protocol.yaml", bytes("id: '" + "ab ".repeat(MILLION / 3) + "'\n")),
                argumentSet("broken UTF-8", "protocol.yaml", new byte[] {'i', 'd', ':', ' ', (byte) 0xC3, (byte) 0x28}),
                argumentSet(
                        "an endless expression", "eligibility.yaml", criterion(ADULT + (" && " + ADULT).repeat(9_000))),
                argumentSet("parentheses without end", "eligibility.yaml", criterion("(".repeat(3_900))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void it_ends_in_a_finding_soon_and_in_little_memory(String file, byte[] content) throws Exception {
        Path study = copy(TestStudies.TRIALS.resolve("pressure-dose"));
        Files.write(study.resolve(file), content);
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Spent.class.getName(),
                        "check",
                        study.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(out);
        assertThat(exit).as("%s", lines).isEqualTo(1);
        assertThat(lines).anyMatch(line -> line.startsWith("error " + file));
        assertThat(lines).noneMatch(line -> line.contains("Exception") || line.contains("OutOfMemory"));
        assertThat(Duration.ofNanos(Long.parseLong(lines.getLast().substring(SPENT.length()))))
                .isLessThan(LONGEST);
    }

    /// The program, which then says how much time of the processor it took: a busy machine is not the study's fault.
    static final class Spent {
        private Spent() {}

        public static void main(String[] arguments) {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            long before = spent();
            int exit = Main.run(out, out, arguments);
            out.println(SPENT + (spent() - before));
            System.exit(exit);
        }
    }

    private static long spent() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private Path copy(Path study) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> paths = Files.walk(study)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, copy.resolve(study.relativize(path).toString()));
            }
        }
        return copy;
    }

    private static byte[] criterion(String condition) {
        return bytes("criteria:\n  - id: I1\n    kind: inclusion\n    text: {en: Adult}\n    holds: |-\n      "
                + condition + "\n");
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("l0: &l0 [ha, ha]\n");
        for (int i = 1; i < 30; i++) {
            text.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
