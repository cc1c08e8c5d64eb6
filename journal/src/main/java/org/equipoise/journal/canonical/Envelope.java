package org.equipoise.journal.canonical;

import org.equipoise.journal.event.Actor;
import org.equipoise.language.canonical.CanonicalWriter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// An event's envelope as it stands in the bytes. The body comes before the name that says how to read it, so
/// it is first only located.
record Envelope(Actor actor, long at, Body body, String command, String event, int protocol, long seq, int version) {

    private static final RecordShape SHAPE = new RecordShape(Envelope.class);

    static Envelope read(byte[] bytes) {
        return (Envelope) ShapeReader.readAll("", bytes, 0, bytes.length, SHAPE::read);
    }

    /// The place of the body in the bytes of the event.
    record Body(int from, int to) {}

    /// Steps over the body and remembers where it stood.
    static final class BodyShape implements Shape {
        @Override
        public void write(Object value, CanonicalWriter out) {
            throw new UnsupportedOperationException("a body is written by its own shape");
        }

        @Override
        public Object read(ShapeReader in) {
            JsonParser parser = in.parser();
            in.expect(JsonToken.START_OBJECT, "an object");
            long from = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            return new Body((int) from, (int) parser.currentLocation().getByteOffset());
        }
    }
}
