package org.equipoise.protocol.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.YamlReader;

/// A folder that says how a good study, or a good document, is changed, and what is found in it then.
///
/// @param name the way to the folder; its first part is the kind of finding
/// @param says what its `case.yaml` says
/// @param own the other files of the folder, which stand in place of the good ones or beside them
public record Case(String name, Node says, SortedMap<String, byte[]> own) {
    private static final String SCRIPT = "case.yaml";

    /// The cases below a folder, each named by its path.
    public static List<Case> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(SCRIPT))
                    .sorted()
                    .map(script -> of(folder, script.getParent()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(Path root, Path folder) {
        SortedMap<String, byte[]> own = files(folder);
        Findings findings = new Findings();
        Node says = YamlReader.read(SCRIPT, own.remove(SCRIPT), findings)
                .orElseThrow(() -> new IllegalArgumentException(folder + ": " + findings.inOrder()));
        return new Case(root.relativize(folder).toString().replace('\\', '/'), says, own);
    }

    /// Every file below a folder, by its path there.
    public static SortedMap<String, byte[]> files(Path folder) {
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

    public String kind() {
        return name.substring(0, name.indexOf('/'));
    }

    /// Whether it shows how the thing is said rightly.
    public boolean isRight() {
        return name.substring(name.lastIndexOf('/') + 1).startsWith("right-");
    }

    /// What it starts from, without its change.
    public Case unchanged() {
        SequencedMap<String, Node> start = new LinkedHashMap<>(says.members());
        start.keySet().removeAll(List.of("change", "decide", "without", "findings"));
        return new Case(name, new Node.Mapping(new Place(SCRIPT, 1), start), new TreeMap<>());
    }

    /// The files as the case changes them.
    public SortedMap<String, byte[]> changed(Map<String, byte[]> files) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.putAll(own);
        replace(changed, "change");
        if (!changed.keySet().containsAll(says.texts("without"))) {
            throw new IllegalArgumentException(name + " leaves out a file that is not there");
        }
        changed.keySet().removeAll(says.texts("without"));
        return changed;
    }

    /// A draft with the decisions that the case writes in place of questions.
    public SortedMap<String, byte[]> decided(Map<String, byte[]> draft) {
        SortedMap<String, byte[]> decided = new TreeMap<>(draft);
        replace(decided, "decide");
        return decided;
    }

    private void replace(SortedMap<String, byte[]> files, String list) {
        says.list(list)
                .forEach(change -> files.compute(
                        change.text("file"), (_, bytes) -> replaced(bytes, change.text("from"), change.text("to"))));
    }

    private byte[] replaced(byte[] bytes, String from, String to) {
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        if (from.isEmpty() || !text.contains(from) || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalArgumentException(name + ": '" + from + "' does not stand exactly once in\n" + text);
        }
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    /// The findings that the case tells.
    ///
    /// @param files the study in which they are found, where a finding names its line by the text that stands on it
    public List<Told> told(Map<String, byte[]> files) {
        return says.list("findings").stream()
                .map(node -> Told.expected(files, node))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
