package org.equipoise.verifier;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.equipoise.verifier.Verification.Rejected;

/// Checks proofs that come as files: receipts (section 10 of the format) and consistency proofs (section 11).
public final class ProofVerifier {
    private static final Pattern EXTRA = Pattern.compile("extra (.*)");
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,15})");
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,15})");

    private String where = "";

    private ProofVerifier() {}

    /// What a proof that holds shows.
    public sealed interface Proved {
        /// The event of this number, whose canonical form is `event`, is in the tree of `size` events.
        record Included(long seq, String event, long size, String root) implements Proved {}

        /// The tree of `size` events begins with that of `old` events; `note` is the later checkpoint's.
        record Extends(long old, long size, String root, String note) implements Proved {}

        /// It does not hold, or is no proof.
        record Not(Rejected rejected) implements Proved {}
    }

    public static Proved receipt(byte[] receipt, byte[] publicKey) {
        ProofVerifier verifier = new ProofVerifier();
        try {
            return verifier.included(receipt, publicKey);
        } catch (Fault fault) {
            return new Proved.Not(new Rejected(verifier.where, fault.getMessage()));
        }
    }

    /// Whether what a file asks a witness to keep extends the last of what the witness keeps.
    ///
    /// @param witness a witness file, or one that holds the earlier checkpoint alone
    public static Proved extension(byte[] extension, byte[] witness, byte[] publicKey) {
        ProofVerifier verifier = new ProofVerifier();
        Witness kept = new Witness();
        try {
            kept.read(witness, publicKey);
        } catch (Fault fault) {
            return new Proved.Not(new Rejected(kept.where(), fault.getMessage()));
        }
        try {
            return verifier.extended(extension, kept.checkpoints(), publicKey);
        } catch (Fault fault) {
            return new Proved.Not(new Rejected(verifier.where, fault.getMessage()));
        }
    }

    private Proved included(byte[] receipt, byte[] publicKey) throws Fault {
        where = "receipt";
        Text text = new Text(receipt);
        text.literal("c2sp.org/tlog-proof@v1");
        byte[] body = text.base64(text.line(EXTRA, "`extra <base64>`").group(1));
        long index = Long.parseLong(text.line(INDEX, "`index <number>`").group(1));
        Proof proof = Proof.read(text);
        Checkpoint checkpoint = checkpoint(text, publicKey);
        where = "event " + (index + 1);
        String event = event(body, index + 1);
        where = "proof";
        byte[] leaf = new byte[Sha256.LENGTH];
        new Sha256().leaf(body, 0, body.length, leaf);
        if (!proof.includes(new Hash(leaf), index, checkpoint)) {
            throw new Fault(0, "The hashes do not lead from this event to the root of the checkpoint.");
        }
        return new Proved.Included(
                index + 1, event, checkpoint.size(), checkpoint.root().toString());
    }

    private static String event(byte[] body, long seq) throws Fault {
        CanonicalReader json = new CanonicalReader();
        json.over(body, 0, body.length, 0);
        Envelope envelope = new Envelope();
        envelope.read(json);
        if (body.length > ArchiveBytes.MIB || envelope.seq != seq) {
            throw new Fault(0, "It is event " + envelope.seq + ", the index says " + seq + ".");
        }
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private Checkpoint checkpoint(Text text, byte[] publicKey) throws Fault {
        where = "checkpoint";
        Checkpoint checkpoint = Checkpoint.read(text, publicKey);
        if (!text.ended()) {
            throw text.fault("The file goes on after its checkpoint.");
        }
        return checkpoint;
    }

    private Proved extended(byte[] extension, List<Checkpoint> kept, byte[] publicKey) throws Fault {
        where = "proof";
        Text text = new Text(extension);
        long old = Long.parseLong(text.line(OLD, "`old <size>`").group(1));
        Proof proof = Proof.read(text);
        Checkpoint later = checkpoint(text, publicKey);
        Optional<Checkpoint> earlier = kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
        where = "checkpoint";
        if (earlier.isPresent() && !earlier.get().origin().equals(later.origin())) {
            throw new Fault(0, "It is of " + Fault.quote(later.origin()) + ", the earlier one of another study.");
        }
        where = "proof";
        long size = earlier.map(Checkpoint::size).orElse(0L);
        if (old != size) {
            throw new Fault(0, "It begins with the tree of " + old + " events, the last one kept is of " + size + ".");
        }
        boolean holds = earlier.map(then -> proof.extend(old, then.root(), later.size(), later.root()))
                .orElse(proof.isEmpty());
        if (!holds) {
            throw new Fault(
                    0,
                    "The tree of " + later.size() + " events does not begin with that of " + old
                            + ": something up to event " + old + " is not as it was.");
        }
        return new Proved.Extends(old, later.size(), later.root().toString(), later.note());
    }
}
