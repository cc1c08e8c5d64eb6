package org.equipoise.app.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/// Has a fault happen as often as asked and writes what each did at the end of a file, so that the results of many runs
/// add up; docs/reference/reliability.md says how to run it. Ends with 1 if anything was lost or half done, or if no
/// control lost anything.
///
/// Arguments: `--fault kill|power-cut --cycles N --data DIR --ledger FILE [--control]`.
public final class FaultLedger {
    private static final int SHORTEST = 300;
    private static final int LONGEST = 1_500;
    private static final int MEBIBYTES = 4_096;

    private FaultLedger() {}

    /// Something that can be done to a trial again and again.
    private interface Fault {
        Aftermath happen(SplittableRandom random) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(option(arguments, "--data"));
        boolean control = String.join(" ", arguments).contains("--control");
        Path ledger = Path.of(option(arguments, "--ledger"));
        int cycles = Integer.parseInt(option(arguments, "--cycles"));
        String fault = option(arguments, "--fault");
        boolean sound =
                switch (fault) {
                    case "kill" -> {
                        Crash kill = control ? Crash.kill(data, "synchronous_commit=off") : Crash.kill(data);
                        yield repeat(
                                fault, cycles, ledger, control, random -> kill.run(random.nextInt(SHORTEST, LONGEST)));
                    }
                    case "power-cut" -> {
                        try (Disk disk = Disk.make(data, MEBIBYTES)) {
                            Crash cut = control ? Crash.powerCut(disk, "fsync=off") : Crash.powerCut(disk);
                            yield repeat(
                                    fault,
                                    cycles,
                                    ledger,
                                    control,
                                    random -> cut.run(random.nextInt(SHORTEST, LONGEST)));
                        }
                    }
                    default -> throw new IllegalArgumentException("there is no fault " + fault);
                };
        System.exit(sound ? 0 : 1);
    }

    private static boolean repeat(String name, int cycles, Path ledger, boolean control, Fault fault)
            throws Exception {
        SplittableRandom random = new SplittableRandom();
        long lost = 0;
        long partial = 0;
        for (int i = 1; i <= cycles; i++) {
            Aftermath found = fault.happen(random);
            lost += found.lost();
            partial += found.partial();
            String line = String.format(
                    Locale.ROOT,
                    "%s\t%s\tcontrol=%s\tacknowledged=%d\tunanswered=%d\tkept=%d\tlost=%d\tpartial=%d%n",
                    Instant.now(),
                    name,
                    control,
                    found.acknowledged(),
                    found.unanswered(),
                    found.kept(),
                    found.lost(),
                    found.partial());
            System.out.print(line);
            Files.writeString(ledger, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return control ? lost > 0 : lost + partial == 0;
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
