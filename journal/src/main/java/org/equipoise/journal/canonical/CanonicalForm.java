package org.equipoise.journal.canonical;

import java.util.Arrays;
import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Tells whether bytes are one canonical JSON object: they are if they are the bytes the writer makes of what
/// they say.
final class CanonicalForm {
    private CanonicalForm() {}

    static void require(byte[] bytes) {
        byte[] canonical;
        try {
            canonical = ShapeReader.readAll("", bytes, 0, bytes.length, CanonicalForm::rewritten);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("", "not canonical: " + e.getMessage());
        }
        if (!Arrays.equals(bytes, canonical)) {
            throw new Unreadable("", "not canonical at byte " + Arrays.mismatch(bytes, canonical));
        }
    }

    private static byte[] rewritten(ShapeReader in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        var out = new CanonicalWriter();
        JsonParser parser = in.parser();
        int depth = 0;
        do {
            depth += rewrite(in, out);
        } while (depth > 0 && parser.nextToken() != null);
        return out.toByteArray();
    }

    /// Returns by how much the token changes the depth.
    private static int rewrite(ShapeReader in, CanonicalWriter out) {
        JsonParser parser = in.parser();
        switch (parser.currentToken()) {
            case START_OBJECT -> out.beginObject();
            case END_OBJECT -> out.endObject();
            case START_ARRAY -> out.beginArray();
            case END_ARRAY -> out.endArray();
            case PROPERTY_NAME -> out.name(parser.currentName());
            case VALUE_STRING -> out.string(parser.getString());
            case VALUE_NUMBER_INT -> out.integer(parser.getLongValue());
            case VALUE_TRUE -> out.bool(true);
            case VALUE_FALSE -> out.bool(false);
            default -> throw in.fault(parser.currentToken() + " has no place in a journal");
        }
        return parser.currentToken().isStructStart() ? 1 : parser.currentToken().isStructEnd() ? -1 : 0;
    }
}
