package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.conduct.amendment.InFlight;
import org.equipoise.conduct.refusal.Sentences;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.amendment.Amendment;
import org.equipoise.protocol.amendment.Change;
import org.equipoise.protocol.amendment.Subject;
import org.equipoise.protocol.design.Succession;
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
    private static final String UNDECLARED =
            "Participants in flight: the amended version does not say who has to consent again. Without 'amendment' in"
                    + " protocol.yaml it cannot be activated while the trial runs.";

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

    /// What would become of those in the trial if the amendment were activated.
    ///
    /// @param refused why it would be refused
    record Takeover(@Nullable String refused, List<String> following, List<String> waiting) {
        static Takeover of(InFlight inFlight) {
            return new Takeover(
                    inFlight.refusal()
                            .map(Sentences.in(Locale.ENGLISH)::sentence)
                            .orElse(null),
                    inFlight.following().stream().map(ParticipantId::text).toList(),
                    inFlight.waiting().stream().map(ParticipantId::text).toList());
        }
    }

    /// What a record says under both versions.
    record Record(
            Map<String, Integer> participants,
            List<String> eligibility,
            List<String> moreQueries,
            List<String> fewerQueries,
            @Nullable List<String> endpoints,
            List<String> homeless,
            Takeover takeover) {
        static Record of(Replayed replayed, InFlight inFlight) {
            Map<String, Integer> participants = new TreeMap<>();
            replayed.standings().forEach((standing, count) -> participants.put(words(standing), count));
            return new Record(
                    participants,
                    replayed.eligibility(),
                    replayed.moreQueries(),
                    replayed.fewerQueries(),
                    replayed.endpoints().orElse(null),
                    replayed.homeless(),
                    Takeover.of(inFlight));
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
            @Nullable Declared reconsent,
            @Nullable Record record) {}

    /// What the amended version itself says of who has to consent again.
    record Declared(String who, String why, Set<String> retires) {
        static Declared of(Succession succession) {
            return new Declared(
                    succession.reconsent().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    succession.why(),
                    new TreeSet<>(succession.retires()));
        }
    }

    @Override
    public Integer call() {
        Amendment amendment = Amendment.between(Studies.read(before), Studies.read(after));
        Optional<Record> record = Optional.ofNullable(archive).map(this::replayed);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(new Answer(
                    before.toString(),
                    after.toString(),
                    amendment.touchesConduct(),
                    amendment.changes().stream().map(Printed::of).toList(),
                    amendment.consent(),
                    amendment.migrations(),
                    amendment.succession().map(Declared::of).orElse(null),
                    record.orElse(null))));
        } else {
            print(amendment, out);
            record.ifPresent(replayed -> print(replayed, out));
        }
        return ExitCode.DONE.code();
    }

    private Record replayed(Path file) {
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
        return Record.of(Replayed.of(versions, amended, events), InFlight.of(versions, amended, events));
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
        out.println(amendment.succession().map(DiffCommand::declared).orElse(UNDECLARED));
        if (!amendment.unasked().isEmpty()) {
            out.println("  Mind: " + amendment.unasked().size() + " of the proposals above are for a signature.");
        }
        print("Migrations:", amendment.migrations(), "Nothing recorded has to be read otherwise.", out);
    }

    private static String declared(Succession succession) {
        String who = switch (succession.reconsent()) {
            case ALL ->
                "everyone goes on under the version they consented to, and follows the amended one once they have"
                        + " consented to it";
            case IN_TREATMENT ->
                "whoever is still to be treated goes on under the version they consented to, and follows the"
                        + " amended one once they have consented to it; all others follow it at once";
            case NONE -> "everyone follows the amended version as soon as it is activated";
        };
        String retired = succession.retires().isEmpty()
                ? ""
                : "\n  Given up on purpose: " + String.join(", ", new TreeSet<>(succession.retires())) + ".";
        return "Participants in flight: " + who + " (" + succession.why() + ")." + retired;
    }

    private static void print(String heading, List<Amendment.Consequence> consequences, String none, PrintWriter out) {
        out.println(consequences.isEmpty() ? none : heading);
        consequences.forEach(
                each -> out.println("  " + capital(each.who()) + ": " + each.what() + " (" + each.why() + ")."));
    }

    private static void print(Takeover takeover, PrintWriter out) {
        if (takeover.refused() != null) {
            out.println("It could not be activated now: " + takeover.refused());
            return;
        }
        out.println("If it were activated now:");
        print("would follow it at once", takeover.following(), out);
        print("would have to consent again first", takeover.waiting(), out);
    }

    private static void print(Record record, PrintWriter out) {
        print(record.takeover(), out);
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
