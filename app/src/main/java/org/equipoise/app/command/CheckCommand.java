package org.equipoise.app.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.staging.StudyCheck;
import org.equipoise.protocol.acceptance.Acceptance;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.review.ContentPage;
import org.equipoise.protocol.source.StudyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads a study and says what is wrong with it, or what it says.
@Command(
        name = "check",
        description = "Reads a study and lists what is wrong with it.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The folder of a study.")
    private Path study;

    @Option(names = "--json", description = "Findings as JSON.")
    private boolean json;

    @Option(names = "--examples", description = "Plays the example participants too.")
    private boolean examples;

    @Option(names = "--review", description = "Prints what the study says, in words, for people to read and sign.")
    private boolean review;

    /// A finding as `check --json` prints it.
    record Printed(
            String id,
            String severity,
            String file,
            int line,
            String message,
            String why,
            String fix,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Accepted accepted) {
        static Printed of(Finding finding) {
            return of(new Acceptances.Weighed(finding, Optional.empty()));
        }

        static Printed of(Acceptances.Weighed weighed) {
            Finding finding = weighed.finding();
            return new Printed(
                    finding.id(),
                    weight(finding),
                    finding.place().file(),
                    finding.place().line(),
                    finding.message(),
                    finding.why(),
                    finding.fix(),
                    weighed.acceptance()
                            .map(accepted -> new Accepted(accepted.reason(), accepted.by(), accepted.date()))
                            .orElse(null));
        }
    }

    /// That someone has accepted it.
    record Accepted(String reason, String by, String date) {}

    /// The whole answer.
    record Answer(String study, List<Printed> findings) {}

    @Override
    public Integer call() {
        StudyFolder folder = Studies.read(study);
        PrintWriter out = spec.commandLine().getOut();
        if (review) {
            StudyReader.Reading reading = StudyReader.read(folder);
            Studies.refuseErrors(study, reading.findings());
            out.print(ContentPage.of(reading.study().orElseThrow()));
            out.flush();
            return ExitCode.DONE.code();
        }
        List<Acceptances.Weighed> findings = StudyCheck.findings(folder, examples);
        if (json) {
            out.println(Json.of(new Answer(
                    study.toString(),
                    findings.stream().map(weighed -> Printed.of(weighed)).toList())));
        } else {
            findings.forEach(weighed -> print(out, weighed));
            out.println(summary(findings));
        }
        boolean errors = findings.stream().anyMatch(each -> each.finding().severity() == Severity.ERROR);
        return (errors ? ExitCode.FINDINGS : ExitCode.DONE).code();
    }

    private static void print(PrintWriter out, Acceptances.Weighed weighed) {
        Finding finding = weighed.finding();
        Optional<Acceptance> accepted = weighed.acceptance();
        out.println((accepted.isPresent() ? "accepted" : weight(finding)) + " " + finding.sentence() + " ["
                + finding.id() + "]");
        out.println(accepted.map(acceptance -> "    accepted by the " + acceptance.by() + " on " + acceptance.date()
                        + ": " + acceptance.reason().strip())
                .orElse("    why: " + finding.why() + "."));
    }

    private static String weight(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String summary(List<Acceptances.Weighed> findings) {
        if (findings.isEmpty()) {
            return "Nothing found.";
        }
        long accepted =
                findings.stream().filter(each -> each.acceptance().isPresent()).count();
        return counted(findings, Severity.ERROR, "error", "errors") + ", "
                + counted(findings, Severity.WARNING, "open warning", "open warnings") + ", "
                + counted(findings, Severity.INFORMATION, "remark", "remarks") + ", " + accepted + " accepted.";
    }

    private static String counted(List<Acceptances.Weighed> findings, Severity severity, String one, String many) {
        long count = findings.stream()
                .filter(each -> each.acceptance().isEmpty() && each.finding().severity() == severity)
                .count();
        return count + " " + (count == 1 ? one : many);
    }

    /// What is found in a study that has just been written.
    static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.println(finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.sentence());
            out.println("    why: " + finding.why() + ".");
        }
    }
}
