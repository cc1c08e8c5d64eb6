package org.equipoise.protocol.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// A study that differs from the base study in one way. Its folder has a `case.yaml`, which says what is changed in
/// which file, which files are left out, and what is expected; other files of the folder stand in place of the base's.
record Example(String name, Node says, SortedMap<String, byte[]> files) {
    static final Path CASES = Path.of(System.getProperty("equipoise.root"), "protocol/src/test/cases");
    private static final String SCRIPT = "case.yaml";

    static Example base() {
        return new Example("base", new Node.Mapping(new Place("base", 0), new TreeMap<>()), in(CASES.resolve("base")));
    }

    /// The cases below a folder, each named by its path.
    static List<Example> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(SCRIPT))
                    .sorted()
                    .map(script -> of(folder, script.getParent()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example of(Path root, Path folder) {
        SortedMap<String, byte[]> own = in(folder);
        Findings findings = new Findings();
        Node says = YamlReader.read(SCRIPT, own.remove(SCRIPT), findings)
                .orElseThrow(() -> new IllegalArgumentException(folder + ": " + findings.inOrder()));
        SortedMap<String, byte[]> files = base().files();
        files.putAll(own);
        says.list("change").forEach(change -> {
            String text = text(files.get(change.text("file")));
            files.put(change.text("file"), bytes(replaced(text, change.text("from"), change.text("to"))));
        });
        files.keySet().removeAll(says.texts("without"));
        return new Example(root.relativize(folder).toString(), says, files);
    }

    private static String replaced(String text, String from, String to) {
        if (!text.contains(from) || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalArgumentException("'" + from + "' does not stand exactly once in the file");
        }
        return text.replace(from, to);
    }

    private static SortedMap<String, byte[]> in(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
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

    List<String> lines(String file) {
        return text(files.get(file)).lines().map(String::strip).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
