package org.equipoise.instruments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An instrument written as what differs from another, its file over the other's. A property takes the place of the
/// other's; in a list whose entries have names, an entry changes the one of its name, is added, or drops it
/// (`omit: true`). So versions that share two dozen questions state them once.
final class Variant {
    static final String OF = "variant-of";
    private static final List<String> NAMES = List.of("key", "id", "citation");
    private static final String OMIT = "omit";

    private Variant() {}

    static JsonNode whole(JsonNode tree, Function<String, JsonNode> others) {
        JsonNode of = tree.get(OF);
        return of == null ? tree : over(others.apply(of.asString()), tree);
    }

    private static JsonNode over(JsonNode other, JsonNode own) {
        if (other instanceof ObjectNode properties && own instanceof ObjectNode) {
            for (Map.Entry<String, JsonNode> property : own.properties()) {
                JsonNode before = properties.get(property.getKey());
                properties.set(
                        property.getKey(), before == null ? property.getValue() : over(before, property.getValue()));
            }
            return properties;
        }
        return other instanceof ArrayNode entries
                        && own instanceof ArrayNode changes
                        && named(entries)
                        && named(changes)
                ? over(entries, changes)
                : own;
    }

    private static ArrayNode over(ArrayNode entries, ArrayNode changes) {
        for (JsonNode change : changes) {
            int at = place(entries, name(change));
            if (change.has(OMIT)) {
                entries.remove(existing(at, change));
            } else if (at < 0) {
                entries.add(change);
            } else {
                entries.set(at, over(entries.get(at), change));
            }
        }
        return entries;
    }

    private static int existing(int at, JsonNode change) {
        if (at < 0) {
            throw new IllegalArgumentException("there is no '" + name(change).orElse("") + "' to drop");
        }
        return at;
    }

    private static int place(ArrayNode entries, Optional<String> name) {
        for (int at = 0; at < entries.size(); at++) {
            if (name(entries.get(at)).equals(name)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean named(ArrayNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .allMatch(entry -> name(entry).isPresent());
    }

    private static Optional<String> name(JsonNode entry) {
        return NAMES.stream()
                .filter(entry::has)
                .findFirst()
                .map(name -> entry.get(name).asString());
    }
}
