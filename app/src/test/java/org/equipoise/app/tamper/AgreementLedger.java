package org.equipoise.app.tamper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.equipoise.app.tamper.Corruptions.Honest;

/// Has as many corrupted archives of a thousand events judged by both verifiers as asked, and writes a line every
/// thousand at the end of a file, so that the results of many runs add up; docs/reference/reliability.md says how
/// to run it. Ends with 1 if one was let pass or the two disagreed.
///
/// Arguments: the number of the first corruption, how many, and the file.
public final class AgreementLedger {
    private static final int EVENTS = 1_000;
    private static final int CHECKPOINTS = 10;
    private static final long A_LINE = 1_000;

    private AgreementLedger() {}

    public static void main(String[] arguments) throws Exception {
        long first = Long.parseLong(arguments[0]);
        long end = first + Long.parseLong(arguments[1]);
        Path ledger = Path.of(arguments[2]);
        Honest honest = Honest.of("il2-lupus", EVENTS, CHECKPOINTS);
        long bad = 0;
        for (long from = first; from < end; from += A_LINE) {
            long count = Math.min(A_LINE, end - from);
            List<String> faults = Agreement.faults(honest, from, count);
            bad += faults.size();
            String line = String.format(
                    Locale.ROOT,
                    "%s\tfirst=%d\tcorrupted=%d\tevents=%d\tfaults=%s%n",
                    Instant.now(),
                    from,
                    count,
                    EVENTS,
                    faults);
            Files.writeString(ledger, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        System.out.println((end - first) + " corrupted archives of " + EVENTS + " events, " + bad
                + " let pass or judged differently");
        System.exit(bad == 0 ? 0 : 1);
    }
}
