package org.equipoise.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;

/// A study folder that is written for the first time. What is there already is never overwritten.
final class NewFolder {
    private NewFolder() {}

    static void refuseUsed(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new Stop(ExitCode.BAD_INPUT, folder + " is a file. Name a folder that is not there yet.");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new Stop(ExitCode.BAD_INPUT, folder + " is not empty. Name a folder that is not there yet.");
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    static void write(Path folder, Map<String, byte[]> files) {
        refuseUsed(folder);
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Stop unwritable(Path folder, IOException why) {
        return new Stop(ExitCode.ENVIRONMENT, folder + " cannot be written: " + why.getMessage());
    }
}
