package org.equipoise.app.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/// Kills PostgreSQL as often as asked and writes what each kill did at the end of a file, so that the results of many
/// runs add up; docs/reference/reliability.md says how to run it. Ends with 1 if anything was lost or half done, or if
/// a control lost nothing.
///
/// Arguments: `--cycles N --data DIR --ledger FILE [--control]`.
public final class KillLedger {
    private static final int SHORTEST = 300;
    private static final int LONGEST = 1_500;

    private KillLedger() {}

    public static void main(String[] arguments) throws Exception {
        int cycles = Integer.parseInt(option(arguments, "--cycles"));
        Path ledger = Path.of(option(arguments, "--ledger"));
        boolean control = String.join(" ", arguments).contains("--control");
        Kill kill = new Kill(Path.of(option(arguments, "--data")), control);
        SplittableRandom random = new SplittableRandom();
        long lost = 0;
        long partial = 0;
        long acknowledged = 0;
        for (int i = 1; i <= cycles; i++) {
            Kill.Cycle cycle = kill.run(random.nextInt(SHORTEST, LONGEST));
            lost += cycle.lost();
            partial += cycle.partial();
            acknowledged += cycle.acknowledged();
            String line = String.format(
                    Locale.ROOT,
                    "%s\tkill -9\tcontrol=%s\tacknowledged=%d\tunanswered=%d\tkept=%d\tlost=%d\tpartial=%d%n",
                    Instant.now(),
                    control,
                    cycle.acknowledged(),
                    cycle.unanswered(),
                    cycle.kept(),
                    cycle.lost(),
                    cycle.partial());
            Files.writeString(ledger, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        System.out.printf(
                Locale.ROOT,
                "%d kills, %d commands acknowledged, %d lost, %d partial%n",
                cycles,
                acknowledged,
                lost,
                partial);
        System.exit(control ? (lost > 0 ? 0 : 1) : lost + partial == 0 ? 0 : 1);
    }

    private static String option(String[] arguments, String name) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return arguments[i + 1];
            }
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
