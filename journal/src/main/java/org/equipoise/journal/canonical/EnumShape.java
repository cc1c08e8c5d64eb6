package org.equipoise.journal.canonical;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.core.JsonToken;

/// One of a few words, written by its name.
final class EnumShape implements Shape {
    private final List<Enum<?>> constants = new ArrayList<>();

    EnumShape(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            constants.add((Enum<?>) constant);
        }
    }

    @Override
    public void write(Object value, CanonicalWriter out) {
        out.string(((Enum<?>) value).name());
    }

    @Override
    public Object read(ShapeReader in) {
        in.expect(JsonToken.VALUE_STRING, "a word");
        String name = in.parser().getString();
        for (Enum<?> constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw in.fault("'" + name + "' is none of " + constants);
    }
}
