package org.equipoise.protocol.source;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A piece of a YAML file and where it stands.
public sealed interface Node {
    Place place();

    record Mapping(Place place, SequencedMap<String, Node> members) implements Node {}

    record Sequence(Place place, List<Node> nodes) implements Node {}

    record Scalar(Place place, Kind kind, String value) implements Node {
        public enum Kind {
            TEXT,
            INTEGER,
            DECIMAL,
            TRUTH,
            NOTHING
        }
    }

    // What follows reads a tree that its schema has passed: a wrong shape here is a fault of the program, not of the
    // study.

    default Optional<Node> find(String key) {
        return this instanceof Mapping(var _, var members) ? Optional.ofNullable(members.get(key)) : Optional.empty();
    }

    default Node get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(place() + " has no '" + key + "'"));
    }

    default List<Node> list(String key) {
        return find(key).map(Node::elements).orElse(List.of());
    }

    default List<Node> elements() {
        return this instanceof Sequence(var _, var nodes) ? nodes : List.of(this);
    }

    default SequencedMap<String, Node> members() {
        if (this instanceof Mapping(var _, var members)) {
            return members;
        }
        throw new IllegalStateException(place() + " is not a mapping");
    }

    default String text() {
        if (this instanceof Scalar(var _, var _, var value)) {
            return value;
        }
        throw new IllegalStateException(place() + " is not a single value");
    }

    default String text(String key) {
        return get(key).text();
    }

    default String text(String key, String otherwise) {
        return find(key).map(Node::text).orElse(otherwise);
    }

    default int integer(String key) {
        return Integer.parseInt(text(key));
    }

    default int integer(String key, int otherwise) {
        return find(key).map(node -> Integer.parseInt(node.text())).orElse(otherwise);
    }

    default List<String> texts(String key) {
        return list(key).stream().map(Node::text).toList();
    }
}
