package org.equipoise.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.app.staging.Stage;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.plan.RehearsalPlanReader;
import org.equipoise.statistics.random.Seed;

/// The studies in `trials/`, read from disk.
public final class TestStudies {
    public static final Path TRIALS = Path.of(System.getProperty("equipoise.root"), "trials");

    private TestStudies() {}

    public static Study study(String name) {
        StudyReader.Reading reading = StudyReader.read(folder(TRIALS.resolve(name)));
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    public static StudyFolder folder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".yaml"))::iterator) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StudyFolder(folder.getFileName().toString(), files);
    }

    public static RehearsalPlan plan(Study study) {
        RehearsalPlanReader.Reading reading = RehearsalPlanReader.read(study);
        return reading.plan().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    public static Stage stage(String name, long seed, long trial) {
        Study study = study(name);
        return new Stage(study, plan(study), Seed.of(seed), trial);
    }
}
