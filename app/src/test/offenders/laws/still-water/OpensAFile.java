package org.equipoise.protocol.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class OpensAFile {
    String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
