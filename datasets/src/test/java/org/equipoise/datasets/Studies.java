package org.equipoise.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// The studies of the repository.
final class Studies {
    static final Study LUPUS = read("il2-lupus", Path.of("trials", "il2-lupus"));
    static final Study PRESSURE = read("pressure-dose", Path.of("trials", "pressure-dose"));
    /// With a log, checks, a sealed item, and forms that are hidden from the assessor.
    static final Study WATCHED = read(
            "pressure-dose",
            Path.of("trials", "pressure-dose"),
            Path.of("conduct", "src", "test", "resources", "watched-study"));

    /// The second version of PRESSURE: the pulse is taken, there is a visit in week 2, and site B.
    static final Study AMENDED = read(
            "pressure-dose",
            Path.of("trials", "pressure-dose"),
            Path.of("conduct", "src", "test", "resources", "amended-study"));

    private Studies() {}

    /// A study from its folder, and from others whose files replace or join those before.
    private static Study read(String name, Path... folders) {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (Path relative : folders) {
            Path folder = Path.of(System.getProperty("equipoise.root")).resolve(relative);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    bytes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        StudyReader.Reading reading = StudyReader.read(new StudyFolder(name, bytes));
        return reading.study()
                .orElseThrow(() -> new IllegalStateException(reading.findings().toString()));
    }
}
