package org.equipoise.journal.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.core.JsonToken;

/// Several of one kind, in the order in which they were given.
record ListShape(Shape element) implements Shape {
    @Override
    public void write(Object value, CanonicalWriter out) {
        List<?> values = (List<?>) value;
        out.beginArray();
        for (int i = 0; i < values.size(); i++) {
            element.write(Objects.requireNonNull(values.get(i)), out);
        }
        out.endArray();
    }

    @Override
    public Object read(ShapeReader in) {
        in.expect(JsonToken.START_ARRAY, "an array");
        List<Object> values = new ArrayList<>();
        while (in.parser().nextToken() != JsonToken.END_ARRAY) {
            values.add(element.read(in));
        }
        return List.copyOf(values);
    }
}
