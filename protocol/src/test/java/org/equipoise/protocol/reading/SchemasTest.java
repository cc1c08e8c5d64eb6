package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schemas: valid, closed, and described for people. What a finding tells a coordinator to write is taken
/// from these descriptions.
class SchemasTest {
    private static final Path SCHEMAS =
            Path.of(System.getProperty("equipoise.root"), "protocol/src/main/resources/org/equipoise/protocol/schema");

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_schema_is_valid_draft_07(Path schema) {
        assertThat(read(schema).path("$schema").asString()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
                        .validate(read(schema)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_schema_is_closed_bounded_and_described(Path schema) {
        assertThat(faults(read(schema))).isEmpty();
    }

    @Test
    void a_schema_that_is_open_boundless_or_silent_is_caught() {
        JsonNode planted = JsonMapper.shared().readTree("""
                {"type": "object",
                 "properties": {
                   "open": {"type": "object", "description": "An object that takes any key."},
                   "boundless": {"type": "integer", "minimum": 1, "description": "A number without an end."},
                   "silent": {"$ref": "#/definitions/word"},
                   "lost": {"$ref": "#/definitions/nowhere", "description": "A reference to nothing."},
                   "curt": {"type": "string", "description": "curt"}},
                 "definitions": {"word": {"type": "string", "pattern": "^[a-z]+$"}}}""");
        assertThat(faults(planted))
                .containsExactlyInAnyOrder(
                        "/: is not closed",
                        "/properties/open: is not closed",
                        "/properties/boundless: has no minimum or no maximum",
                        "/properties/silent: is not described",
                        "/properties/lost: refers to nothing",
                        "/properties/curt: is not described",
                        "/definitions/word: asks for a form that it does not describe");
    }

    private static List<String> faults(JsonNode schema) {
        List<String> faults = new ArrayList<>();
        walk("", schema, schema, faults);
        return faults;
    }

    private static void walk(String path, JsonNode node, JsonNode root, List<String> faults) {
        node.path("properties").forEachEntry((key, property) -> {
            // Under if and then stand conditions on properties that are described where they are defined.
            if (!path.contains("/if") && !path.contains("/then") && !described(property)) {
                faults.add(path + "/properties/" + key + ": is not described");
            }
        });
        String place = path.isEmpty() ? "/" : path;
        JsonNode others = node.path("additionalProperties");
        if (is(node, "object") && !others.isObject() && !(others.isBoolean() && !others.asBoolean())) {
            faults.add(place + ": is not closed");
        }
        if (is(node, "integer")
                && !(node.path("minimum").isInt() && node.path("maximum").isInt())) {
            faults.add(place + ": has no minimum or no maximum");
        }
        if (!path.endsWith("/not")
                && (node.path("pattern").isString() || node.path("not").isObject())
                && !described(node)) {
            faults.add(place + ": asks for a form that it does not describe");
        }
        if (node.path("$ref").isString()
                && root.at(node.path("$ref").asString().substring(1)).isMissingNode()) {
            faults.add(place + ": refers to nothing");
        }
        node.forEachEntry((key, child) -> walk(path + "/" + key, child, root, faults));
        if (node.isArray()) {
            node.forEach(child -> walk(path + "/-", child, root, faults));
        }
    }

    private static boolean is(JsonNode node, String type) {
        return node.path("type").asString("").equals(type);
    }

    private static boolean described(JsonNode node) {
        return node.path("description").asString("").matches("[A-Z].+ .+\\.");
    }

    private static JsonNode read(Path schema) {
        try {
            return JsonMapper.shared().readTree(Files.readString(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
