package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.conduct.amendment.InFlight;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.protocol.amendment.Amendment;
import org.equipoise.protocol.reading.Study;
import org.equipoise.rehearsal.amendment.Replayed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what an amendment touches.
@Command(
        name = "diff",
        description =
                "Says in words what one version of a study changes against another, who must consent again, and what "
                        + "has to be done about what is recorded.",
        mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {
    private static final long MICROSECONDS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The folder of the version in force.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The folder of the amended version.")
    private Path after;

    @Option(names = "--journal", paramLabel = "ARCHIVE", description = "Replays this record under the amended version.")
    private @Nullable Path archive;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The record as it stood at the end of this day (UTC), such as 2026-06-30.")
    private @Nullable LocalDate on;

    @Option(names = "--key", paramLabel = "FILE", description = "The public key to trust; default: ARCHIVE.key.")
    private @Nullable Path key;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Amendment amendment = Amendment.between(Studies.read(before), Studies.read(after));
        Optional<DiffJson.Record> record = Optional.ofNullable(archive).map(this::replayed);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(DiffJson.of(before, after, amendment, record)));
        } else {
            DiffText text = new DiffText(out);
            text.print(amendment);
            record.ifPresent(text::print);
        }
        return ExitCode.DONE.code();
    }

    private DiffJson.Record replayed(Path file) {
        Study inForce = Studies.runnable(before);
        Study amended = Studies.runnable(after);
        Archive verified = Archives.verified(file, key);
        List<Study> versions = Archives.versions(file, verified);
        if (versions.isEmpty()
                || !versions.getLast().conduct().hash().equals(inForce.conduct().hash())) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    file + " was not recorded under the version in " + before
                            + ". Name the folder it was recorded under.");
        }
        Iterable<JournalledEvent> events = upTo(on, verified.journal().events());
        return DiffJson.Record.of(Replayed.of(versions, amended, events), InFlight.of(versions, amended, events));
    }

    private static Iterable<JournalledEvent> upTo(@Nullable LocalDate day, Iterable<JournalledEvent> events) {
        if (day == null) {
            return events;
        }
        long end = day.plusDays(1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC) * MICROSECONDS;
        List<JournalledEvent> before = new ArrayList<>();
        for (JournalledEvent event : events) {
            if (event.at() < end) {
                before.add(event);
            }
        }
        return before;
    }
}
