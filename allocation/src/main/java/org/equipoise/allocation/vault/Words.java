package org.equipoise.allocation.vault;

import java.util.List;
import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.databind.json.JsonMapper;

/// Texts as one JSON array: how the vault writes down what it is asked, and how it is asked from elsewhere.
final class Words {
    private Words() {}

    static byte[] write(List<String> texts) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.beginArray();
        texts.forEach(writer::string);
        writer.endArray();
        return writer.toByteArray();
    }

    static List<String> read(byte[] bytes) {
        return List.of(JsonMapper.shared().readValue(bytes, String[].class));
    }
}
