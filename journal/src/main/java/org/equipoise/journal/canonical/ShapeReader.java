package org.equipoise.journal.canonical;

import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON token by token and knows where it is, so that every fault has a place.
///
/// @param root what stands before the place, where the bytes are a part of something larger
record ShapeReader(String root, JsonParser parser) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    /// Reads the one value that stands between two places of the bytes; whatever is wrong with it is
    /// [Unreadable].
    static <T> T readAll(String root, byte[] bytes, int from, int to, Function<ShapeReader, T> read) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            var in = new ShapeReader(root, parser);
            parser.nextToken();
            T value = read.apply(in);
            if (parser.nextToken() != null) {
                throw in.fault("more follows");
            }
            return value;
        } catch (JacksonException e) {
            throw new Unreadable(root, "not JSON: " + e.getOriginalMessage());
        }
    }

    void expect(JsonToken token, String expected) {
        if (parser.currentToken() != token) {
            throw fault(expected + " expected");
        }
    }

    Unreadable fault(String why) {
        return new Unreadable(root + parser.streamReadContext().pathAsPointer(), why);
    }
}
