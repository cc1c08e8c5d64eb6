package org.equipoise.journal.canonical;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.PartialDate;

/// How the values of one type stand in canonical JSON.
interface Shape {
    void write(Object value, CanonicalWriter out);

    /// Reads the value whose first token is the current one, and stops at its last token.
    Object read(ShapeReader in);

    /// The shape of a record component, found once when the record's own shape is made.
    static Shape of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListShape(of(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> single) {
            return ofClass(single);
        }
        throw unknown(type);
    }

    private static Shape ofClass(Class<?> type) {
        if (type == int.class || type == long.class) {
            return new IntegerShape(type == int.class);
        }
        if (type == boolean.class) {
            return new BooleanShape();
        }
        if (type == String.class) {
            return TextShape.string();
        }
        if (type == LocalDate.class) {
            return TextShape.localDate();
        }
        if (type == PartialDate.class) {
            return TextShape.partialDate();
        }
        if (type == Envelope.Body.class) {
            return new Envelope.BodyShape();
        }
        if (type.isEnum()) {
            return new EnumShape(type);
        }
        if (type.isRecord() && type.getPackage() == ParticipantId.class.getPackage()) {
            return TextShape.identity(type);
        }
        if (type.isRecord()) {
            return new RecordShape(type);
        }
        throw unknown(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("the journal has no canonical form for " + type.getTypeName());
    }
}
