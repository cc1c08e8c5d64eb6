package org.equipoise.protocol.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.equipoise.protocol.source.Schema;

/// The published schemas of the files of a study, each read once.
public final class StudySchemas {
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private StudySchemas() {}

    public static Schema of(String name) {
        return SCHEMAS.computeIfAbsent(name, StudySchemas::load);
    }

    private static Schema load(String name) {
        String resource = "/org/equipoise/protocol/schema/" + name + ".json";
        try (InputStream stream = StudySchemas.class.getResourceAsStream(resource)) {
            return Schema.of(
                    new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
