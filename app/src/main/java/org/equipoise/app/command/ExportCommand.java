package org.equipoise.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Software;
import org.equipoise.app.Stop;
import org.equipoise.exchange.usdm.UsdmWriter;
import org.equipoise.protocol.reading.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a study as others read it.
@Command(name = "export", description = "Writes a study in a format of others.", mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The folder of a study.")
    private Path study;

    @Option(names = "--format", required = true, description = "usdm: Unified Study Definitions Model 4.0.")
    private Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; standard output where it is absent.")
    private @Nullable Path out;

    /// What can be written.
    enum Format {
        USDM
    }

    @Override
    public Integer call() {
        Study read = Studies.runnable(study);
        String written = switch (format) {
            case USDM -> UsdmWriter.json(read, Software.NAME);
        };
        if (out == null) {
            spec.commandLine().getOut().println(written);
            return ExitCode.DONE.code();
        }
        try {
            Files.writeString(out, written + System.lineSeparator());
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, out + " cannot be written: " + e.getMessage());
        }
        return ExitCode.DONE.code();
    }
}
