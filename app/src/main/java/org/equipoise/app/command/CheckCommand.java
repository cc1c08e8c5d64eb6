package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads a study and says what is wrong with it.
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

    /// A finding as `check --json` prints it.
    record Printed(String id, String severity, String file, int line, String message, String why, String fix) {
        static Printed of(Finding finding) {
            return new Printed(
                    finding.id(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.place().file(),
                    finding.place().line(),
                    finding.message(),
                    finding.why(),
                    finding.fix());
        }
    }

    /// The whole answer.
    record Answer(String study, List<Printed> findings) {}

    @Override
    public Integer call() {
        List<Finding> findings = Studies.findings(study);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(new Answer(
                    study.toString(), findings.stream().map(Printed::of).toList())));
        } else {
            print(findings, out);
            out.println(findings.isEmpty() ? "Nothing found." : findings.size() + " findings.");
        }
        boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return (errors ? ExitCode.FINDINGS : ExitCode.DONE).code();
    }

    static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.println(finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.sentence());
            out.println("    why: " + finding.why() + ".");
        }
    }
}
