package org.equipoise.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.equipoise.exchange.draft.Draft;
import org.equipoise.exchange.draft.Import;

/// Files of standards bodies and registries, read where they are; a test that needs them is skipped where they are not.
final class Fixtures {
    static final Path ROOT = Path.of(System.getProperty("equipoise.root"));
    private static final Path FOLDER = Optional.ofNullable(System.getenv("EQUIPOISE_FIXTURES"))
            .map(Path::of)
            .orElse(ROOT.resolve("../shared/fixtures"));

    private Fixtures() {}

    static Path path(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "skipped: no fixtures in " + FOLDER + "; set EQUIPOISE_FIXTURES");
        return file;
    }

    /// The plain-text record stands with the study that was made from it; everything else is a fixture.
    static Path source(String name) {
        return name.equals("registry-record.txt")
                ? ROOT.resolve("trials/il2-lupus").resolve(name)
                : path(name);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Draft draft(String source) {
        Path file = source(source);
        return switch (Import.of(file.getFileName().toString(), bytes(file))) {
            case Import.Drafted(var _, var draft) -> draft;
            case Import.Refused(var why) -> throw new AssertionError(why);
        };
    }
}
