package org.equipoise.protocol.amendment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.equipoise.protocol.finding.Findings;
import org.equipoise.protocol.source.Node;
import org.equipoise.protocol.source.Place;
import org.equipoise.protocol.source.StudyFolder;
import org.equipoise.protocol.source.YamlReader;

/// Compares two study folders file by file. Elements of a list are the same where they have the same id, wherever they
/// stand; comments, layout and the order of keys do not count.
final class Comparison {
    private final List<Change> changes = new ArrayList<>();

    private Comparison() {}

    static List<Change> of(StudyFolder before, StudyFolder after) {
        Comparison comparison = new Comparison();
        SortedSet<String> files = new TreeSet<>(before.files().keySet());
        files.addAll(after.files().keySet());
        for (String file : files) {
            comparison.file(file, tree(before, file), tree(after, file));
        }
        return comparison.changes.stream()
                .sorted(Comparator.comparing(Change::subject))
                .toList();
    }

    private static Optional<Node> tree(StudyFolder folder, String file) {
        return folder.file(file).flatMap(bytes -> YamlReader.read(file, bytes, new Findings()));
    }

    private void file(String file, Optional<Node> before, Optional<Node> after) {
        Subjects subjects = new Subjects(file);
        if (before.isEmpty() || after.isEmpty()) {
            after.or(() -> before).ifPresent(node -> add(subjects.whole(), node.place(), before, after, ""));
            return;
        }
        compare(subjects, List.of(), before.get(), after.get());
    }

    /// @param path the keys and ids that lead to the nodes
    private void compare(Subjects subjects, List<String> path, Node before, Node after) {
        if (before instanceof Node.Mapping(var _, var was) && after instanceof Node.Mapping(var _, var is)) {
            Set<String> keys = new LinkedHashSet<>(was.keySet());
            keys.addAll(is.keySet());
            for (String key : keys) {
                step(subjects, path, key, Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key)));
            }
        } else if (isNamed(before) && isNamed(after)) {
            compareNamed(subjects, path, before, after);
        } else if (!content(before).equals(content(after))) {
            Subjects.Told told = subjects.told(path);
            add(told, after.place(), Optional.of(before), Optional.of(after), told.key());
        }
    }

    private void step(Subjects subjects, List<String> path, String key, Optional<Node> before, Optional<Node> after) {
        List<String> further = new ArrayList<>(path);
        further.add(key);
        if (before.isPresent() && after.isPresent()) {
            compare(subjects, further, before.get(), after.get());
        } else if (before.or(() -> after).filter(Comparison::isNamed).isPresent()) {
            // A list that is new or gone is told element by element.
            Node empty = new Node.Sequence(before.or(() -> after).orElseThrow().place(), List.of());
            compareNamed(subjects, further, before.orElse(empty), after.orElse(empty));
        } else {
            Subjects.Told told = subjects.told(further);
            add(told, after.or(() -> before).orElseThrow().place(), before, after, told.key());
        }
    }

    private void compareNamed(Subjects subjects, List<String> path, Node before, Node after) {
        Map<String, Node> was = byId(before);
        Map<String, Node> is = byId(after);
        Set<String> ids = new LinkedHashSet<>(was.keySet());
        ids.addAll(is.keySet());
        ids.forEach(id -> step(subjects, path, id, Optional.ofNullable(was.get(id)), Optional.ofNullable(is.get(id))));
        List<String> first = was.keySet().stream().filter(is::containsKey).toList();
        List<String> second = is.keySet().stream().filter(was::containsKey).toList();
        if (!first.equals(second)) {
            changes.add(new Change(
                    subjects.told(path).subject(),
                    Change.ORDER + String.join(" ", path),
                    "",
                    Optional.of(first.toString()),
                    Optional.of(second.toString()),
                    after.place()));
        }
    }

    private void add(Subjects.Told told, Place place, Optional<Node> before, Optional<Node> after, String key) {
        changes.add(new Change(
                told.subject(), told.thing(), key, before.map(Comparison::words), after.map(Comparison::words), place));
    }

    private static boolean isNamed(Node node) {
        return node instanceof Node.Sequence(var _, var nodes)
                && !nodes.isEmpty()
                && nodes.stream().allMatch(each -> name(each).isPresent());
    }

    private static Map<String, Node> byId(Node list) {
        Map<String, Node> byId = new LinkedHashMap<>();
        for (Node element : list.elements()) {
            String name = name(element).orElseThrow();
            int same = 1;
            while (byId.containsKey(same == 1 ? name : numbered(name, same))) {
                same++;
            }
            byId.put(same == 1 ? name : numbered(name, same), element);
        }
        return byId;
    }

    /// What is named like one before it.
    private static String numbered(String name, int same) {
        return name + " (" + same + ")";
    }

    /// What tells an element from its neighbours. An item may have several ranges, for different people or times.
    private static Optional<String> name(Node element) {
        return List.of("id", "fact", "role", "test", "item").stream()
                .flatMap(key -> element.find(key).stream())
                .filter(Node.Scalar.class::isInstance)
                .map(Node::text)
                .findFirst()
                .map(name -> element.find("item")
                                .filter(item -> item.text().equals(name))
                                .isPresent()
                        ? name
                                + element.find("when")
                                        .map(when -> " where " + when.text())
                                        .orElse("")
                        : name);
    }

    /// A node without its places: every word and number of it counts, as it does for the protocol hash.
    private static Object content(Node node) {
        return switch (node) {
            case Node.Scalar(var _, var _, var value) -> value;
            case Node.Sequence(var _, var nodes) ->
                nodes.stream().map(Comparison::content).toList();
            case Node.Mapping(var _, var members) -> {
                Map<String, Object> content = new HashMap<>();
                members.forEach((key, value) -> content.put(key, content(value)));
                yield content;
            }
        };
    }

    /// A node as a sentence quotes it.
    private static String words(Node node) {
        return switch (node) {
            case Node.Scalar(var _, var _, var value) ->
                "'" + value.replaceAll("\\R", " ").strip() + "'";
            case Node.Sequence(var _, var nodes) ->
                nodes.stream().map(Comparison::words).collect(Collectors.joining(", ", "[", "]"));
            case Node.Mapping(var _, var members) ->
                members.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(member -> member.getKey() + ": " + words(member.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
