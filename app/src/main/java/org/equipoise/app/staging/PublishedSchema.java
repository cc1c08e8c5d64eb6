package org.equipoise.app.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.rehearsal.plan.RehearsalPlanReader;

/// The JSON Schema (draft-07) of a file of a study.
///
/// @param files the files it is for, as a path in the study's folder
/// @param name its own file
public record PublishedSchema(String files, String name, String text) {
    private static final String REHEARSAL = "/org/equipoise/rehearsal/";

    /// In the order in which a trial is written.
    public static List<PublishedSchema> all() {
        return List.of(
                ofProtocol("protocol.yaml", "protocol"),
                ofProtocol("eligibility.yaml", "eligibility"),
                ofProtocol("schedule.yaml", "schedule"),
                ofProtocol("forms/*.yaml", "form"),
                ofProtocol("codelists.yaml", "codelists"),
                ofProtocol("ranges.yaml", "ranges"),
                ofProtocol("checks.yaml", "checks"),
                ofProtocol("endpoints.yaml", "endpoints"),
                ofProtocol("analysis.yaml", "analysis"),
                ofProtocol("safety.yaml", "safety"),
                read("rehearsal.yaml", "rehearsal.json", RehearsalPlanReader.class, REHEARSAL),
                read("participants/*.yaml", "participant.json", RehearsalPlanReader.class, REHEARSAL),
                ofProtocol("published.yaml", "published"),
                ofProtocol("acceptances.yaml", "acceptances"));
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
