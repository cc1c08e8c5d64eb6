package org.equipoise.journal.canonical;

import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.core.JsonToken;

/// True or false; an unknown is never one of these.
record BooleanShape() implements Shape {
    @Override
    public void write(Object value, CanonicalWriter out) {
        out.bool((Boolean) value);
    }

    @Override
    public Object read(ShapeReader in) {
        return switch (in.parser().currentToken()) {
            case JsonToken.VALUE_TRUE -> true;
            case JsonToken.VALUE_FALSE -> false;
            default -> throw in.fault("true or false expected");
        };
    }
}
