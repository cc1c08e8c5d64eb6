package org.equipoise.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.PublishedSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes the schemas of a study's files, from which an editor completes keys and explains them.
@Command(
        name = "schema",
        description = "Writes the schemas of a study's files, and prints the setting by which an editor uses them.",
        mixinStandardHelpOptions = true)
public final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write them to.")
    private Path out;

    @Override
    public Integer call() {
        Map<String, String> setting = new LinkedHashMap<>();
        try {
            Files.createDirectories(out);
            for (PublishedSchema schema : PublishedSchema.all()) {
                Files.writeString(out.resolve(schema.name()), schema.text());
                setting.put(out.resolve(schema.name()).toUri().toString(), "**/" + schema.files());
            }
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, out + " cannot be written: " + e.getMessage());
        }
        spec.commandLine().getOut().println(Json.of(Map.of("yaml.schemas", setting)));
        return ExitCode.DONE.code();
    }
}
