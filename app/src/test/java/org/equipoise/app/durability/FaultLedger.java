package org.equipoise.app.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Has a fault happen as often as asked and writes what each did at the end of a file, so that the results of many runs
/// add up; docs/reference/reliability.md says how to run it. Ends with 1 if anything was lost or half done, or if no
/// control lost anything.
///
/// Arguments: `--fault kill|power-cut|data-full|log-full|vault-full|witness-full|silent|cut-off --cycles N --data DIR
/// --ledger FILE [--control | --lasting SECONDS]`.
public final class FaultLedger {
    private static final int SHORTEST = 300;
    private static final int LONGEST = 1_500;
    private static final int MEBIBYTES = 4_096;

    private FaultLedger() {}

    /// What came of one fault, and what else is worth writing down of it.
    private record Line(Aftermath found, String more) {}

    /// Something that can be done to a trial again and again.
    private interface Fault {
        Line happen(SplittableRandom random) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(option(arguments, "--data"));
        Files.createDirectories(data);
        boolean sound = switch (option(arguments, "--fault")) {
            case "kill" -> crashes(arguments, controlled(arguments, "synchronous_commit=off"), data);
            case "power-cut" -> {
                try (Disk disk = Disk.make(data.resolve("disk"), MEBIBYTES)) {
                    yield repeat(arguments, crash(Crash.powerCut(disk, controlled(arguments, "fsync=off"))));
                }
            }
            case String other -> outages(arguments, other, data);
        };
        System.exit(sound ? 0 : 1);
    }

    private static boolean crashes(String[] arguments, String[] control, Path data) throws Exception {
        return repeat(arguments, crash(Crash.kill(data, control)));
    }

    private static Fault crash(Crash crash) {
        return random -> new Line(crash.run(random.nextInt(SHORTEST, LONGEST)), "");
    }

    private static boolean outages(String[] arguments, String name, Path data) throws Exception {
        Faults fault = Faults.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        long lasting = 1_000 * Long.parseLong(option(arguments, "--lasting"));
        try (Faults.Scene scene = fault.scene(data)) {
            return repeat(arguments, _ -> {
                Outage.Found found = scene.run(lasting);
                return new Line(
                        found.aftermath(),
                        "\tmeanwhile=" + found.meanwhile() + "\tback=" + found.milliseconds() + " ms\tsaid="
                                + found.said());
            });
        }
    }

    private static boolean isControl(String[] arguments) {
        return List.of(arguments).contains("--control");
    }

    private static String[] controlled(String[] arguments, String setting) {
        return isControl(arguments) ? new String[] {setting} : new String[0];
    }

    private static boolean repeat(String[] arguments, Fault fault) throws Exception {
        SplittableRandom random = new SplittableRandom();
        int cycles = Integer.parseInt(option(arguments, "--cycles"));
        boolean control = isControl(arguments);
        long lost = 0;
        long partial = 0;
        for (int i = 1; i <= cycles; i++) {
            Line done = fault.happen(random);
            Aftermath found = done.found();
            lost += found.lost();
            partial += found.partial();
            String line = String.format(
                    Locale.ROOT,
                    "%s\t%s\tcontrol=%s\tacknowledged=%d\tvault=%d\twitnessed=%d\tunanswered=%d\tkept=%d\tlost=%d\tpartial=%d%s%n",
                    Instant.now(),
                    option(arguments, "--fault"),
                    control,
                    found.acknowledged(),
                    found.asked(),
                    found.witnessed(),
                    found.unanswered(),
                    found.kept(),
                    found.lost(),
                    found.partial(),
                    done.more());
            System.out.print(line);
            Files.writeString(
                    Path.of(option(arguments, "--ledger")), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
