package org.equipoise.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// The study made for tests, the studies and the reference tables of the repository.
public final class Repository {
    private static final Path ROOT = Path.of(System.getProperty("equipoise.root"));

    public static final Study MADE = study("made", ROOT.resolve("analysis/src/test/study"));
    public static final Study PRESSURE = study("pressure-dose", ROOT.resolve("trials/pressure-dose"));

    private Repository() {}

    /// The studies that the repository ships.
    static Study trial(String name) {
        return study(name, ROOT.resolve("trials").resolve(name));
    }

    private static Study study(String name, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, byte[]> bytes = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
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

    /// The rows of a reference table whose cells hold no commas, by the names in its first line.
    static List<Map<String, String>> reference(String file) {
        try {
            List<String> lines = Files.readAllLines(ROOT.resolve("reference").resolve(file));
            String[] names = lines.getFirst().split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                Map<String, String> row = new TreeMap<>();
                for (int at = 0; at < names.length; at++) {
                    row.put(names[at], cells[at]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
