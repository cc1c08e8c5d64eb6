package org.equipoise.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equipoise.app.trial.TestStudies;

/// How long `check` takes as its users wait for it, from the launcher's start to its end: on a study as it is, and on
/// one of 500 forms with 20,000 items, 5,000 conditions among them.
public final class CheckBenchmark {
    private static final int FORMS = 500;
    private static final int ITEMS = 40;
    private static final int RUNS = 7;

    private CheckBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path root = TestStudies.TRIALS.toAbsolutePath().getParent();
        time(root, TestStudies.TRIALS.resolve("il2-lupus").toAbsolutePath());
        Path folder = Files.createTempDirectory("large");
        time(root, large(TestStudies.TRIALS.resolve("pressure-dose"), folder.resolve("large")));
    }

    private static void time(Path root, Path study) throws IOException, InterruptedException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long from = System.nanoTime();
            new ProcessBuilder(root.resolve("equipoise").toString(), "check", study.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            seconds[run] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "check %s: %.2f s (median of %d; %.2f to %.2f)%n",
                study.getFileName(),
                seconds[RUNS / 2],
                RUNS,
                seconds[0],
                seconds[RUNS - 1]);
    }

    /// The study with many forms more at its first two visits, and a check on each.
    private static Path large(Path base, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(base)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(base.relativize(path).toString()));
            }
        }
        List<String> forms =
                IntStream.range(0, FORMS).mapToObj("f%03d"::formatted).toList();
        List<String> checks = new ArrayList<>(List.of("checks:"));
        for (String form : forms) {
            Files.writeString(to.resolve("forms").resolve(form + ".yaml"), form(form));
            checks.add("""
                      - id: %1$s
                        on: [%1$s]
                        fires-when: %1$s.i0 > '50 g/L' && %1$s.i1 == 'no' || %1$s.i3 > visit.date
                        message: {en: Odd., zh: 异常。}
                        query-to: coordinator
                        certainty: proposed""".formatted(form));
        }
        Files.writeString(to.resolve("checks.yaml"), String.join("\n", checks) + "\n");
        Path schedule = to.resolve("schedule.yaml");
        Files.writeString(
                schedule,
                Files.readString(schedule).replaceFirst("forms: \\[", "forms: [" + String.join(", ", forms) + ", "));
        return to;
    }

    private static String form(String id) {
        StringBuilder form = new StringBuilder("id: %s\ntitle: {en: Form %s}\nitems:\n".formatted(id, id));
        for (int item = 0; item < ITEMS; item++) {
            form.append("  - id: i%d\n    label: {en: Item %d, zh: 项目%d}\n".formatted(item, item, item));
            form.append(
                    switch (item % 4) {
                        case 0 -> "    type: amount\n    unit: g/L\n    range: ['0', '100']\n";
                        case 1 -> "    type: code\n    codes: ['no', 'yes']\n";
                        case 2 ->
                            "    type: code\n    codes: ['no', 'yes']\n    when: %s.i%d == 'yes'\n"
                                    .formatted(id, item - 1);
                        default -> "    type: date\n    required: false\n";
                    });
        }
        return form.toString();
    }
}
