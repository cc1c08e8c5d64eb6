package org.equipoise.app.manual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equipoise.app.staging.PublishedSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The manual's page of the study folder: every key of every file, from the schemas.
final class StudyFolderPage {
    private final List<String> lines = new ArrayList<>();

    private StudyFolderPage() {}

    static String of(List<PublishedSchema> schemas) {
        StudyFolderPage page = new StudyFolderPage();
        page.lines.addAll(List.of(
                "# The study folder, key by key",
                "",
                "Written from the schemas (`mvn verify -Dequipoise.docs=write`), not by hand. `x[].y` is the key `y` of each element of the"
                        + " list `x`, `x.*` any key under `x`.",
                "A key in bold must be there. `./equipoise schema --out DIR` writes the schemas for an"
                        + " [editor](../how-to/complete-in-an-editor.md). Conditions are explained under"
                        + " [expressions](expressions.md).",
                ""));
        schemas.forEach(schema ->
                page.lines.add("- [" + schema.files() + "](#" + schema.name().replace(".json", "") + ")"));
        schemas.forEach(page::file);
        return String.join("\n", page.lines) + "\n";
    }

    private void file(PublishedSchema schema) {
        JsonNode root = JsonMapper.shared().readTree(schema.text());
        lines.addAll(List.of(
                "",
                "<a id=\"" + schema.name().replace(".json", "") + "\"></a>",
                "## `" + schema.files() + "`",
                "",
                root.path("title").asString("") + ".",
                "",
                "| key | what it is | value |",
                "|---|---|---|"));
        new Keys(root).below(root, "", lines);
    }

    /// The keys of one schema, whose definitions they refer to.
    ///
    /// @param told the path at which a part that stands in several places was told, by its definition
    private record Keys(JsonNode root, Map<String, String> told) {
        Keys(JsonNode root) {
            this(root, new HashMap<>());
        }

        void below(JsonNode node, String path, List<String> lines) {
            JsonNode shape = resolved(node);
            List<String> required = shape.path("required")
                    .valueStream()
                    .map(name -> name.asString())
                    .toList();
            shape.path("properties")
                    .propertyStream()
                    .forEach(key -> key(key.getKey(), key.getValue(), required.contains(key.getKey()), path, lines));
            for (String others : List.of("additionalProperties", "items")) {
                JsonNode inner = shape.path(others);
                if (inner.isObject()) {
                    below(inner, others.equals("items") ? path + "[]" : path + ".*", lines);
                }
            }
            for (String alternatives : List.of("allOf", "oneOf", "anyOf")) {
                shape.path(alternatives).valueStream().forEach(inner -> below(inner, path, lines));
            }
        }

        private void key(String name, JsonNode node, boolean required, String path, List<String> lines) {
            String full = path.isEmpty() ? name : path + "." + name;
            String key = required ? "**`" + full + "`**" : "`" + full + "`";
            Optional<String> before = part(node).map(part -> told.putIfAbsent(part, full));
            String value = before.map(first -> "as `" + first + "`").orElseGet(() -> value(node));
            String line =
                    "| %s | %s | %s |".formatted(key, described(node).replace("|", "\\|"), value.replace("|", "\\|"));
            if (!lines.contains(line)) {
                lines.add(line);
            }
            if (before.isEmpty() && !isLabel(node)) {
                below(node, full, lines);
            }
        }

        /// The name of a part with keys of its own that is defined once and stands in several places.
        private Optional<String> part(JsonNode node) {
            JsonNode referring = node.has("allOf") ? node.path("allOf").path(0) : node;
            return Optional.of(referring.path("$ref").asString(""))
                    .filter(name -> !name.isEmpty()
                            && !isLabel(referring)
                            && resolved(referring).has("properties"));
        }

        private String described(JsonNode node) {
            String own = node.path("description").asString("");
            return own.isEmpty() ? resolved(node).path("description").asString("") : own;
        }

        /// A text in several languages is the same everywhere.
        private static boolean isLabel(JsonNode node) {
            return node.path("$ref").asString("").endsWith("/label");
        }

        private String value(JsonNode node) {
            JsonNode shape = resolved(node);
            if (isLabel(node)) {
                return "a text by language: `en`, and others by their BCP 47 code";
            }
            if (shape.has("enum")) {
                return "one of "
                        + shape.path("enum")
                                .valueStream()
                                .map(code -> "`" + code.asString() + "`")
                                .collect(Collectors.joining(", "));
            }
            if (shape.has("const")) {
                return "`" + shape.path("const").asString() + "`";
            }
            return switch (shape.path("type").asString("")) {
                case "array" -> "a list" + of(shape.path("items"));
                case "object" -> shape.path("additionalProperties").isObject() ? "keys of your own" : "keys, see below";
                case "integer" -> "a whole number" + limits(shape);
                case "boolean" -> "`true` or `false`";
                case "string" -> "a text" + pattern(shape);
                default -> alternatives(shape);
            };
        }

        private String of(JsonNode items) {
            String inner = items.isObject() ? value(items) : "";
            return inner.isEmpty() || inner.startsWith("keys") ? "" : " of: " + inner;
        }

        private String alternatives(JsonNode shape) {
            return List.of("allOf", "oneOf", "anyOf").stream()
                    .flatMap(key -> shape.path(key).valueStream())
                    .map(this::value)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", or "));
        }

        private static String limits(JsonNode shape) {
            Optional<String> from =
                    shape.has("minimum") ? Optional.of(shape.path("minimum").asString()) : Optional.empty();
            Optional<String> to =
                    shape.has("maximum") ? Optional.of(shape.path("maximum").asString()) : Optional.empty();
            return from.map(low -> ", from " + low).orElse("")
                    + to.map(high -> ", up to " + high).orElse("");
        }

        private static String pattern(JsonNode shape) {
            return shape.has("pattern") ? ", `" + shape.path("pattern").asString() + "`" : "";
        }

        private JsonNode resolved(JsonNode node) {
            String reference = node.path("$ref").asString("");
            return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
        }
    }
}
