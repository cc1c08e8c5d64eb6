package org.equipoise.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.exchange.draft.Import;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Drafts a study from a file of somebody else's.
@Command(
        name = "import",
        description =
                "Drafts a study from the text of a registry record, from ClinicalTrials.gov JSON or from USDM 4.0. "
                        + "What cannot be drafted becomes a finding.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private static final long LARGEST = 64L << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file; its format is recognised.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "STUDY",
            description = "The folder to write, which is not there yet.")
    private Path study;

    @Option(names = "--json", description = "The answer as JSON.")
    private boolean json;

    /// The whole answer.
    record Answer(String source, String format, String study, List<CheckCommand.Printed> findings) {}

    @Override
    public Integer call() {
        NewFolder.refuseUsed(study);
        byte[] bytes = bytes();
        String name = String.valueOf(file.getFileName());
        Import.Drafted drafted = switch (Import.of(name, bytes)) {
            case Import.Drafted it -> it;
            case Import.Refused(var why) -> throw new Stop(ExitCode.BAD_INPUT, why + ". Nothing was written.");
        };
        SortedMap<String, byte[]> files = new TreeMap<>(drafted.draft().files());
        // The places that findings name are places in it.
        files.put(name.endsWith(".yaml") ? name + ".txt" : name, bytes);
        NewFolder.write(study, files);
        List<Finding> findings = Studies.findings(study);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(new Answer(
                    file.toString(),
                    drafted.format(),
                    study.toString(),
                    findings.stream().map(CheckCommand.Printed::of).toList())));
        } else {
            CheckCommand.print(findings, out);
            long forbids = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .count();
            out.println("Drafted " + study + " from " + drafted.format() + ": " + findings.size() + " findings, "
                    + forbids + " of which forbid running it.");
            out.println("Decide what is 'undecided' in its files; equipoise check " + study + " says what is left.");
        }
        return ExitCode.DONE.code();
    }

    private byte[] bytes() {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Stop(
                        ExitCode.BAD_INPUT,
                        file + (Files.exists(file) ? " is not a file" : " does not exist")
                                + ". Name a file to import.");
            }
            if (Files.size(file) > LARGEST) {
                throw new Stop(ExitCode.BAD_INPUT, file + " is larger than 64 MiB, which no study description is.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, file + " cannot be read: " + e.getMessage());
        }
    }
}
