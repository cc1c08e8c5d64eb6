package org.equipoise.journal.canonical;

import java.util.Map;
import java.util.Objects;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.canonical.CanonicalWriter;
import org.equipoise.language.identity.Digest;

/// An event in its envelope, as canonical bytes and back (format page, section 3).
public final class EventCodec {
    /// The most bytes an event may have.
    public static final int LONGEST = 1 << 20;

    private static final Map<Class<? extends TrialEvent>, EventShape> TODAY = EventCatalogue.shapes();
    private static final EventReaders READERS = new EventReaders(TODAY.values(), EventCatalogue.OLDER);
    private static final RecordShape ACTOR = new RecordShape(Actor.class);

    private static final byte[] ACTOR_NAME = CanonicalWriter.ascii("\"actor\":");
    private static final byte[] AT_NAME = CanonicalWriter.ascii("\"at\":");
    private static final byte[] BODY_NAME = CanonicalWriter.ascii("\"body\":");
    private static final byte[] COMMAND_NAME = CanonicalWriter.ascii("\"command\":");
    private static final byte[] EVENT_NAME = CanonicalWriter.ascii("\"event\":");
    private static final byte[] PROTOCOL_NAME = CanonicalWriter.ascii("\"protocol\":");
    private static final byte[] SEQ_NAME = CanonicalWriter.ascii("\"seq\":");
    private static final byte[] VERSION_NAME = CanonicalWriter.ascii("\"version\":");

    private EventCodec() {}

    public static byte[] write(JournalledEvent event) {
        var out = new CanonicalWriter();
        write(event, out);
        return out.toByteArray();
    }

    /// Appends the event to what the writer holds. An event that could not be archived or read back is refused.
    public static void write(JournalledEvent event, CanonicalWriter out) {
        int start = out.size();
        EventShape shape = Objects.requireNonNull(TODAY.get(event.event().getClass()));
        out.beginObject();
        out.preparedName(ACTOR_NAME);
        ACTOR.write(event.actor(), out);
        out.preparedName(AT_NAME);
        out.integer(event.at());
        out.preparedName(BODY_NAME);
        shape.body().write(event.event(), out);
        out.preparedName(COMMAND_NAME);
        out.string(event.command());
        out.preparedName(EVENT_NAME);
        out.string(shape.name());
        out.preparedName(PROTOCOL_NAME);
        out.integer(event.protocol());
        out.preparedName(SEQ_NAME);
        out.integer(event.seq());
        out.preparedName(VERSION_NAME);
        out.integer(shape.version());
        out.endObject();
        if (out.size() - start > LONGEST) {
            throw new IllegalArgumentException("event " + event.seq() + " is longer than 1 MiB");
        }
    }

    /// The hash of the event's leaf in the journal's tree, by which others name it.
    public static Digest leaf(JournalledEvent event) {
        return Digest.of(new MerkleTree().leafHash(write(event)));
    }

    /// Reads what [#write] wrote, in this release or an earlier one.
    ///
    /// @throws UnreadableEvent if the bytes are anything else
    public static JournalledEvent read(byte[] bytes) {
        return READERS.read(bytes);
    }
}
