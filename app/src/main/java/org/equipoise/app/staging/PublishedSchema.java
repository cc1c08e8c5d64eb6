package org.equipoise.app.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.rehearsal.plan.RehearsalPlanReader;

/// The JSON Schema (draft-07) of a file of a study.
///
/// @param files the files it is for, as a path in the study's folder
/// @param name its own file
public record PublishedSchema(String files, String name, String text) {
    private static final List<String> OF_PROTOCOL = List.of(
            "protocol", "eligibility", "schedule", "codelists", "ranges", "checks", "endpoints", "analysis", "safety");

    /// In the order in which a trial is written.
    public static List<PublishedSchema> all() {
        List<PublishedSchema> all = new ArrayList<>();
        OF_PROTOCOL.forEach(file -> all.add(ofProtocol(file + ".yaml", file)));
        all.add(3, ofProtocol("forms/*.yaml", "form"));
        all.add(read("rehearsal.yaml", "rehearsal.json", RehearsalPlanReader.class, "/org/equipoise/rehearsal/"));
        all.add(read(
                "participants/*.yaml", "participant.json", RehearsalPlanReader.class, "/org/equipoise/rehearsal/"));
        all.add(ofProtocol("published.yaml", "published"));
        all.add(ofProtocol("acceptances.yaml", "acceptances"));
        return List.copyOf(all);
    }

    private static PublishedSchema ofProtocol(String files, String schema) {
        return read(files, schema + ".json", StudyReader.class, "/org/equipoise/protocol/schema/");
    }

    private static PublishedSchema read(String files, String name, Class<?> room, String folder) {
        try (InputStream stream = room.getResourceAsStream(folder + name)) {
            byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
            return new PublishedSchema(files, name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
