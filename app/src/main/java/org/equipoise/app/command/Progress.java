package org.equipoise.app.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.equipoise.app.staging.Evaluation;
import org.equipoise.app.staging.Sweep;

/// Progress is for a person who watches: it goes to a terminal and nowhere else.
final class Progress {
    private static final long EVERY = 200_000_000L;

    private final PrintWriter error;
    private final BooleanSupplier stop;
    private final boolean watched;

    Progress(PrintWriter error, BooleanSupplier stop) {
        this.error = error;
        this.stop = stop;
        this.watched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    Sweep.Watch of(Evaluation.Phase phase, long trials) {
        if (!watched) {
            return new Sweep.Watch(_ -> {}, stop);
        }
        String what = phase == Evaluation.Phase.TRUTH ? "for the truth of this scenario" : "trials";
        long from = System.nanoTime();
        long[] shown = {from};
        return new Sweep.Watch(
                done -> {
                    long now = System.nanoTime();
                    if (done == trials || now - shown[0] > EVERY) {
                        shown[0] = now;
                        show(done, trials, what, now - from);
                    }
                },
                stop);
    }

    private void show(long done, long trials, String what, long nanoseconds) {
        error.print("\r" + line(done, trials, what, Duration.ofNanos(nanoseconds)) + (done == trials ? "\n" : ""));
        error.flush();
    }

    static String line(long done, long trials, String what, Duration spent) {
        long left = done == 0
                ? 0
                : spent.multipliedBy(trials - done).dividedBy(done).toSeconds();
        return String.format(
                Locale.ROOT,
                "%,d of %,d %s, %d:%02d left (Ctrl-C keeps what is done)  ",
                done,
                trials,
                what,
                left / 60,
                left % 60);
    }
}
