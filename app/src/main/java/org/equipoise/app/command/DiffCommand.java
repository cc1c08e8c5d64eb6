package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.journal.archive.Archive;
import org.equipoise.protocol.amendment.Amendment;
import org.equipoise.protocol.amendment.Change;
import org.equipoise.protocol.amendment.Subject;
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
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The folder of the version in force.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The folder of the amended version.")
    private Path after;

    @Option(names = "--journal", paramLabel = "ARCHIVE", description = "Replays this record under the amended version.")
    private @Nullable Path archive;

    @Option(names = "--key", paramLabel = "FILE", description = "The public key to trust; default: ARCHIVE.key.")
    private @Nullable Path key;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    /// A change as `diff --json` prints it.
    record Printed(
            String part,
            String file,
            int line,
            String thing,
            String key,
            @Nullable String before,
            @Nullable String after) {
        static Printed of(Change change) {
            return new Printed(
                    change.subject().words(),
                    change.place().file(),
                    change.place().line(),
                    change.thing(),
                    change.key(),
                    change.before().orElse(null),
                    change.after().orElse(null));
        }
    }

    /// What a record says under both versions.
    record Record(
            Map<String, Integer> participants,
            List<String> eligibility,
            List<String> moreQueries,
            List<String> fewerQueries,
            @Nullable List<String> endpoints,
            List<String> homeless) {
        static Record of(Replayed replayed) {
            Map<String, Integer> participants = new TreeMap<>();
            replayed.standings().forEach((standing, count) -> participants.put(words(standing), count));
            return new Record(
                    participants,
                    replayed.eligibility(),
                    replayed.moreQueries(),
                    replayed.fewerQueries(),
                    replayed.endpoints().orElse(null),
                    replayed.homeless());
        }

        private static String words(Enum<?> standing) {
            return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// The whole answer.
    record Answer(
            String before,
            String after,
            boolean touchesConduct,
            List<Printed> changes,
            List<Amendment.Consequence> consent,
            List<Amendment.Consequence> migrations,
            @Nullable Record record) {}

    @Override
    public Integer call() {
        Amendment amendment = Amendment.between(Studies.read(before), Studies.read(after));
        Optional<Record> record =
                Optional.ofNullable(archive).map(this::replayed).map(Record::of);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(new Answer(
                    before.toString(),
                    after.toString(),
                    amendment.touchesConduct(),
                    amendment.changes().stream().map(Printed::of).toList(),
                    amendment.consent(),
                    amendment.migrations(),
                    record.orElse(null))));
        } else {
            print(amendment, out);
            record.ifPresent(replayed -> print(replayed, out));
        }
        return ExitCode.DONE.code();
    }

    private Replayed replayed(Path file) {
        Study inForce = Studies.runnable(before);
        Study amended = Studies.runnable(after);
        Archive verified = Archives.verified(file, key);
        if (verified.protocols().stream()
                .noneMatch(version ->
                        version.protocolHash().equals(inForce.conduct().hash()))) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    file + " was not recorded under the version in " + before
                            + ". Name the folder it was recorded under.");
        }
        return Replayed.of(inForce, amended, verified.journal().events());
    }

    private static void print(Amendment amendment, PrintWriter out) {
        if (amendment.changes().isEmpty()) {
            out.println("The two versions say the same.");
            return;
        }
        for (Subject subject : amendment.touched()) {
            out.println(capital(subject.words()) + ":");
            amendment.changes().stream()
                    .filter(change -> change.subject() == subject)
                    .forEach(change -> out.println("  " + change.place() + ": " + change.sentence() + "."));
        }
        out.println(
                amendment.touchesConduct()
                        ? "The trial would be run otherwise: the new version needs the ethics committee's approval."
                        : "The trial is run as before: only its analysis or its rehearsal changes.");
        print(
                "Consent (a proposal; the ethics committee decides):",
                amendment.consent(),
                "Nobody needs to consent again.",
                out);
        print("Migrations:", amendment.migrations(), "Nothing recorded has to be read otherwise.", out);
        out.println(
                "Participants in flight: today's conduct holds one version at a time, so that the amendment cannot be "
                        + "activated while the trial runs.");
    }

    private static void print(String heading, List<Amendment.Consequence> consequences, String none, PrintWriter out) {
        out.println(consequences.isEmpty() ? none : heading);
        consequences.forEach(
                each -> out.println("  " + capital(each.who()) + ": " + each.what() + " (" + each.why() + ")."));
    }

    private static void print(Record record, PrintWriter out) {
        out.println("The record, replayed:");
        record.participants().forEach((standing, count) -> out.println("  " + count + " " + standing));
        print("eligibility decisions would be others", record.eligibility(), out);
        print("queries would be asked that were not", record.moreQueries(), out);
        print("queries were asked that would not be", record.fewerQueries(), out);
        if (record.endpoints() != null) {
            print("endpoint values would be others", record.endpoints(), out);
        } else {
            print(
                    "things recorded have no place in the amended version; endpoints cannot be derived under it",
                    record.homeless(),
                    out);
        }
    }

    private static void print(String what, List<String> each, PrintWriter out) {
        out.println("  " + each.size() + " " + what + (each.isEmpty() ? "" : ":"));
        each.forEach(line -> out.println("    " + line));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
