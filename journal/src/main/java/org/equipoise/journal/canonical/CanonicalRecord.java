package org.equipoise.journal.canonical;

import org.equipoise.language.canonical.CanonicalWriter;

/// Any record of the journal's vocabulary as canonical bytes: what the archive's manifest is made with.
public final class CanonicalRecord<R extends Record> {
    private final Class<R> type;
    private final RecordShape shape;

    public CanonicalRecord(Class<R> type) {
        this.type = type;
        this.shape = new RecordShape(type);
    }

    public byte[] write(R value) {
        var out = new CanonicalWriter();
        shape.write(value, out);
        return out.toByteArray();
    }

    /// Refuses bytes that are not canonical or have another shape.
    public R read(byte[] bytes) {
        CanonicalForm.require(bytes);
        return type.cast(ShapeReader.readAll("", bytes, 0, bytes.length, shape::read));
    }
}
