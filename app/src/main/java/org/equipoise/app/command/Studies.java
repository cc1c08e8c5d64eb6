package org.equipoise.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.StudyCheck;
import org.equipoise.language.expression.NearestWord;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.rehearsal.plan.MoreSites;
import org.equipoise.rehearsal.plan.RehearsalPlan;
import org.equipoise.rehearsal.plan.RehearsalPlanReader;

/// Study folders on disk.
final class Studies {
    private static final long LARGEST = 4L << 20;
    private static final int DEEPEST = 3;
    private static final String PROTOCOL = "protocol.yaml";

    private Studies() {}

    /// A study with what its rehearsal assumes.
    record Rehearsable(Study study, RehearsalPlan plan) {}

    static Rehearsable rehearsable(Path folder, String scenario) {
        StudyFolder files = read(folder);
        Rehearsable asWritten = rehearsable(folder, files, scenario);
        SortedMap<String, String> moreSites = asWritten.plan().moreSites();
        return moreSites.isEmpty() ? asWritten : rehearsable(folder, MoreSites.of(files, moreSites), scenario);
    }

    /// A study that nothing forbids to run.
    static Study runnable(Path folder) {
        StudyReader.Reading reading = StudyReader.read(read(folder));
        refuseErrors(folder, reading.findings());
        return reading.study().orElseThrow();
    }

    private static Rehearsable rehearsable(Path folder, StudyFolder files, String scenario) {
        StudyReader.Reading reading = StudyReader.read(files);
        refuseErrors(folder, reading.findings());
        Study study = reading.study().orElseThrow();
        RehearsalPlanReader.Reading rehearsal = RehearsalPlanReader.read(study);
        refuseErrors(folder, rehearsal.findings());
        RehearsalPlan plan = rehearsal.scenarios().get(scenario);
        if (plan == null) {
            throw unknown(scenario, rehearsal.scenarios().keySet());
        }
        return new Rehearsable(study, plan);
    }

    private static Stop unknown(String scenario, Collection<String> known) {
        return new Stop(
                ExitCode.USAGE,
                "The study has no scenario '" + scenario + "'. "
                        + NearestWord.to(scenario, known)
                                .map(nearest -> "Did you mean '" + nearest + "'? ")
                                .orElse("")
                        + "There are: " + String.join(", ", known) + ".");
    }

    /// What is found in a study and not accepted.
    static List<Finding> findings(Path folder) {
        return StudyCheck.findings(read(folder), false).stream()
                .filter(weighed -> weighed.acceptance().isEmpty())
                .map(Acceptances.Weighed::finding)
                .toList();
    }

    static void refuseErrors(Path folder, List<Finding> findings) {
        List<String> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::sentence)
                .toList();
        if (!errors.isEmpty()) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    "The study in " + folder + " cannot be used:\n  " + String.join("\n  ", errors));
        }
    }

    static StudyFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    folder + (Files.exists(folder) ? " is not a folder" : " does not exist")
                            + ". Name the folder of a study, such as those in trials/.");
        }
        refuseShelf(folder);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                if (path.getFileName().toString().endsWith(".yaml")) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), bytes(path));
                }
            }
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, folder + " cannot be read: " + e.getMessage());
        }
        return new StudyFolder(folder.toString(), files);
    }

    /// A folder whose folders are studies is not one itself.
    private static void refuseShelf(Path folder) {
        if (Files.exists(folder.resolve(PROTOCOL))) {
            return;
        }
        try (Stream<Path> paths = Files.list(folder)) {
            List<String> studies = paths.filter(path -> Files.exists(path.resolve(PROTOCOL)))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (!studies.isEmpty()) {
                throw new Stop(
                        ExitCode.BAD_INPUT,
                        folder + " is a folder of studies. Name one of them: " + String.join(", ", studies) + ".");
            }
        } catch (IOException e) {
            throw new Stop(ExitCode.ENVIRONMENT, folder + " cannot be read: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new Stop(
                    ExitCode.BAD_INPUT,
                    path + " is larger than 4 MiB. A file of a study is written by people: split it.");
        }
        return Files.readAllBytes(path);
    }
}
