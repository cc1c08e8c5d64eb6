package org.equipoise.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// The studies of the repository.
final class Studies {
    static final Study LUPUS = read("il2-lupus");
    static final Study PRESSURE = read("pressure-dose");

    private Studies() {}

    private static Study read(String name) {
        Path folder = Path.of(System.getProperty("equipoise.root"), "trials", name);
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, byte[]> bytes = new TreeMap<>();
            List<Path> found = files.filter(Files::isRegularFile).toList();
            for (Path file : found) {
                bytes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            StudyReader.Reading reading = StudyReader.read(new StudyFolder(name, bytes));
            return reading.study()
                    .orElseThrow(
                            () -> new IllegalStateException(reading.findings().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
