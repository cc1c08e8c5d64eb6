package org.equipoise.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.equipoise.app.staging.Stage;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.rehearsal.plan.MoreSites;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.plan.RehearsalPlanReader;
import org.equipoise.statistics.random.Seed;

/// The studies in `trials/`, read from disk.
public final class TestStudies {
    public static final Path TRIALS = Path.of(System.getProperty("equipoise.root"), "trials");

    private static final Map<String, SequencedMap<String, RehearsalPlan>> SCENARIOS = new ConcurrentHashMap<>();

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

    /// A study, and what one of its scenarios assumes.
    public record Rehearsable(Study study, RehearsalPlan plan) {}

    /// The scenarios of a study, read once.
    public static SequencedMap<String, RehearsalPlan> scenarios(String name) {
        return SCENARIOS.computeIfAbsent(
                name, _ -> RehearsalPlanReader.read(study(name)).scenarios());
    }

    /// With the sites that the scenario adds.
    public static Rehearsable rehearsable(String name, String scenario) {
        RehearsalPlan plan = Objects.requireNonNull(scenarios(name).get(scenario), scenario);
        StudyFolder folder = folder(TRIALS.resolve(name));
        Study study = StudyReader.read(plan.moreSites().isEmpty() ? folder : MoreSites.of(folder, plan.moreSites()))
                .study()
                .orElseThrow();
        return new Rehearsable(
                study, RehearsalPlanReader.read(study).scenarios().get(scenario));
    }

    /// The same where nobody counts kits, so that whoever comes can be allocated at once: for those who are after other
    /// things than the supply.
    public static Stage uncounted(String name) {
        return stage(name, protocol -> protocol);
    }

    /// The same with room for so many: for those who must not run out of participants before they have found what they
    /// are after.
    public static Stage uncounted(String name, int participants) {
        return stage(
                name,
                protocol -> protocol.replaceFirst("(?m)^  participants: \\d+$", "  participants: " + participants));
    }

    private static Stage stage(String name, UnaryOperator<String> change) {
        SortedMap<String, byte[]> files =
                new TreeMap<>(folder(TRIALS.resolve(name)).files());
        for (String file : List.of("protocol.yaml", "rehearsal.yaml")) {
            files.computeIfPresent(
                    file,
                    (_, bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8)
                                    .replaceAll("(?m)^supply:\\n(?:  .*\\n)+", ""))
                            .getBytes(StandardCharsets.UTF_8));
        }
        Study study = StudyReader.read(new StudyFolder(name, files)).study().orElseThrow();
        return new Stage(study, plan(study), Seed.of(1), 1);
    }

    public static Stage stage(String name, long seed, long trial) {
        Study study = study(name);
        return new Stage(study, plan(study), Seed.of(seed), trial);
    }
}
