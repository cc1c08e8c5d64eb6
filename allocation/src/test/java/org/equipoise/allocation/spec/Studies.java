package org.equipoise.allocation.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.protocol.design.Arm;
import org.equipoise.protocol.design.Design;
import org.equipoise.protocol.design.Randomization;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// The studies that the specifications are told with, as they are in `trials/` or with another plan of randomisation.
final class Studies {
    static final Study TWO_ARMS = read("il2-lupus");
    static final Study THREE_ARMS = read("pressure-dose");
    static final List<Study> BOTH = List.of(TWO_ARMS, THREE_ARMS);

    private Studies() {}

    private static Study read(String name) {
        Path folder = Path.of(System.getProperty("equipoise.root"), "trials", name);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".yaml"))::iterator) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StudyReader.Reading reading = StudyReader.read(new StudyFolder(name, files));
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }

    static Study withBlocks(Study study, List<Integer> sizes) {
        Randomization plan = study.design().randomization();
        return with(study, sizes, plan.participants(), plan.factors());
    }

    static Study withParticipants(Study study, int participants) {
        Randomization plan = study.design().randomization();
        return with(study, plan.blockSizes(), participants, plan.factors());
    }

    /// With a second factor that has the levels of the first under another name.
    static Study withFourStrata(Study study) {
        Randomization plan = study.design().randomization();
        Randomization.Factor first = plan.factors().getFirst();
        Randomization.Factor second = new Randomization.Factor("half", first.label(), first.levels());
        return with(study, plan.blockSizes(), plan.participants(), List.of(first, second));
    }

    static Study withoutFactors(Study study) {
        Randomization plan = study.design().randomization();
        return with(study, plan.blockSizes(), plan.participants(), List.of());
    }

    private static Study with(Study study, List<Integer> sizes, int participants, List<Randomization.Factor> factors) {
        String procedure = study.design().randomization().procedure();
        return with(study, study.id(), new Randomization(procedure, sizes, participants, factors));
    }

    static Study withId(Study study, String id) {
        return with(study, id, study.design().randomization());
    }

    private static Study with(Study study, String id, Randomization plan) {
        Design design = study.design();
        return new Study(
                id,
                study.title(),
                study.sites(),
                new Design(design.arms(), design.encounters(), design.regimen(), plan, design.supply()),
                study.forms(),
                study.ranges(),
                study.criteria(),
                study.checks(),
                study.safety(),
                study.derivations(),
                study.endpoints(),
                study.plan(),
                study.succession(),
                study.retention(),
                study.conduct(),
                study.rehearsal(),
                study.folder());
    }

    /// The plan of randomisation in one line.
    static String words(Study study) {
        Randomization plan = study.design().randomization();
        return "`trials/" + study.id() + "`: " + plan.participants() + " participants, arms "
                + joined(study.design().arms().stream().map(Arm::share), " : ") + ", blocks of "
                + joined(plan.blockSizes().stream(), " and ") + ", strata "
                + joined(plan.strata().stream().map(stratum -> "`" + stratum + "`"), " and ");
    }

    private static String joined(Stream<?> parts, String by) {
        return parts.map(Object::toString).collect(Collectors.joining(by));
    }
}
