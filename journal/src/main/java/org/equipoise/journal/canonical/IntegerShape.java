package org.equipoise.journal.canonical;

import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.core.JsonToken;

/// Counts and numbers of things; a measurement is never one of these.
record IntegerShape(boolean narrow) implements Shape {
    @Override
    public void write(Object value, CanonicalWriter out) {
        out.integer(((Number) value).longValue());
    }

    @Override
    public Object read(ShapeReader in) {
        in.expect(JsonToken.VALUE_NUMBER_INT, "an integer");
        long value = in.parser().getLongValue();
        if (value > CanonicalWriter.LARGEST || value < -CanonicalWriter.LARGEST || (narrow && value != (int) value)) {
            throw in.fault(value + " is too large");
        }
        return narrow ? (Object) (int) value : (Object) value;
    }
}
