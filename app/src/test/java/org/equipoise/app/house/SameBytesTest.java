package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A seed gives the same rehearsal, byte for byte, in another virtual machine too. Within one machine the order of
/// `Set.of` and `Map.of` never changes, so only others can show that nothing hangs on it.
class SameBytesTest {
    private static final Pattern ROOT = Pattern.compile("\"root\" ?: ?\"([0-9a-f]+)\"");
    private static final int ORDERS = 3;
    private static final int MOST_MACHINES = 20;

    @ParameterizedTest
    @ValueSource(strings = {"trials/il2-lupus", "trials/pressure-dose"})
    void a_rehearsal_is_the_same_on_machines_that_order_sets_differently(String study)
            throws IOException, InterruptedException {
        Set<String> orders = new HashSet<>();
        Set<String> answers = new HashSet<>();
        for (int machine = 0; machine < MOST_MACHINES && orders.size() < ORDERS; machine++) {
            String said = rehearse(study);
            int end = said.indexOf('\n');
            orders.add(said.substring(0, end));
            answers.add(said.substring(end + 1));
        }
        assertThat(orders).as("orders of a set seen").hasSize(ORDERS);
        assertThat(answers.stream().map(SameBytesTest::root))
                .as("the journals of %s rehearsed with seed 1", study)
                .hasSize(1)
                .allMatch(root -> root.length() == 64);
    }

    private static String root(String answer) {
        Matcher found = ROOT.matcher(answer);
        return found.find() ? found.group(1) : answer;
    }

    private static String rehearse(String study) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        AnotherMachine.class.getName(),
                        "rehearse",
                        Repository.ROOT.resolve(study).toString(),
                        "--seed",
                        "1",
                        "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code; it said:\n%s", said).isZero();
        return said;
    }
}
