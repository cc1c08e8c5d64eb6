package org.equipoise.protocol.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.cases.Case;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.StudyFolder;

/// A study that differs from the base study in one way.
record Example(String name, Node says, SortedMap<String, byte[]> files) {
    static final Path CASES = Path.of(System.getProperty("equipoise.root"), "protocol/src/test/cases");

    static Example base() {
        return new Example(
                "base", new Node.Mapping(new Place("base", 0), new TreeMap<>()), Case.files(CASES.resolve("base")));
    }

    /// The cases below a folder, each named by its path.
    static List<Example> below(Path folder) {
        return Case.below(folder).stream().map(Example::of).toList();
    }

    static Example of(Case each) {
        return new Example(each.name(), each.says(), each.changed(base().files()));
    }

    /// The same study with one file written anew.
    Example with(String file, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, content);
        return new Example(name + " with another " + file, says, changed);
    }

    StudyReader.Reading read() {
        return StudyReader.read(new StudyFolder("study", Map.copyOf(files)));
    }

    /// What is found and not accepted, what is wrong with acceptances among it.
    List<Finding> findings() {
        StudyFolder folder = new StudyFolder("study", Map.copyOf(files));
        return Acceptances.weigh(folder, StudyReader.read(folder).findings()).stream()
                .filter(weighed -> weighed.acceptance().isEmpty())
                .map(Acceptances.Weighed::finding)
                .toList();
    }

    Study study() {
        StudyReader.Reading reading = read();
        return reading.study().orElseThrow(() -> new IllegalStateException(name + ": " + reading.findings()));
    }

    @Override
    public String toString() {
        return name;
    }
}
