package org.equipoise.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.equipoise.verifier.Verification.Rejected;
import org.equipoise.verifier.Verification.Verified;

/// Reads an archive once, front to back, and stops at the first fault: section 7 of the format, in its order.
///
/// Memory does not grow with the number of events: one window over the file, one hash for each level of the tree.
public final class ArchiveVerifier {
    private static final int EVENT_LINE_MOST = 80;

    private static final Pattern HEADER_LINE = Pattern.compile("equipoise-journal 1");
    private static final Pattern MANIFEST_LINE = Pattern.compile("manifest (0|[1-9][0-9]*)");
    private static final Pattern SIGNATURE_LINE = Pattern.compile("signature ([0-9a-f]{128})");

    private final ArchiveBytes bytes;
    private final Sha256 sha256 = new Sha256();
    private final ProtocolSections protocols;
    private final MerkleFrontier tree = new MerkleFrontier(sha256);
    private final CanonicalReader json = new CanonicalReader();
    private final Envelope envelope = new Envelope();
    private final byte[] statedLeaf = new byte[Sha256.LENGTH];
    private final byte[] leaf = new byte[Sha256.LENGTH];
    private final Witness.Reading witness;
    private long lastAt = Long.MIN_VALUE;
    private long inForce;

    private ArchiveVerifier(InputStream archive, Witness witness) {
        bytes = new ArchiveBytes(archive);
        this.witness = witness.new Reading();
        protocols = new ProtocolSections(bytes, sha256);
    }

    /// Verifies an archive against the 32 bytes of the Ed25519 public key that must have signed it.
    ///
    /// It throws only what the stream throws: whatever the bytes are, there is a verdict.
    public static Verification verify(InputStream archive, byte[] publicKey) throws IOException {
        return verify(archive, publicKey, Witness.NONE);
    }

    /// The same against what a witness kept: the bytes of a witness file (section 9 of the format).
    public static Verification verify(InputStream archive, byte[] publicKey, byte[] witnessFile) throws IOException {
        Witness witness = new Witness();
        try {
            witness.read(witnessFile, publicKey);
        } catch (Fault first) {
            return new Rejected(witness.where(), first.getMessage());
        }
        return verify(archive, publicKey, witness);
    }

    public static Verification verify(byte[] archive, byte[] publicKey) {
        return verify(archive, publicKey, (Witness.FIRST_LINE + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    public static Verification verify(byte[] archive, byte[] publicKey, byte[] witnessFile) {
        try {
            return verify(new ByteArrayInputStream(archive), publicKey, witnessFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verification verify(InputStream archive, byte[] publicKey, Witness witness) throws IOException {
        ArchiveVerifier verifier = new ArchiveVerifier(archive, witness);
        try {
            return verifier.read(publicKey, witness);
        } catch (Fault first) {
            String where = verifier.witness.where();
            return new Rejected(where.isEmpty() ? verifier.bytes.where() : where, first.getMessage());
        }
    }

    private Verified read(byte[] publicKey, Witness kept) throws IOException, Fault {
        bytes.line(HEADER_LINE, "equipoise-journal 1");
        while (bytes.startsWith("protocol ")) {
            protocols.read();
        }
        while (bytes.startsWith("event ")) {
            event();
        }
        if (!bytes.startsWith("manifest ")) {
            throw misplaced();
        }
        byte[] keyId = sha256.of(publicKey, 0, publicKey.length);
        byte[] signed = manifestBody();
        Manifest manifest = new Manifest(signed, bytes.offset() - signed.length - 1);
        manifest.mustAgree(protocols.manifest(), tree, keyId);
        signature(signed, publicKey);
        bytes.enter("end");
        if (bytes.reach(1) > 0) {
            throw bytes.fault("The file goes on after the signature.");
        }
        witness.end(manifest.study(), tree, bytes.offset());
        return new Verified(
                tree.size(),
                hex(tree.root()),
                hex(keyId),
                manifest.study(),
                kept.checkpoints().size(),
                kept.size());
    }

    private void event() throws IOException, Fault {
        bytes.enterEvent(tree.size() + 1);
        long start = bytes.offset();
        int length = eventLine();
        bytes.body(length);
        sha256.leaf(bytes.window(), bytes.from(), length, leaf);
        if (!Arrays.equals(leaf, statedLeaf)) {
            throw new Fault(
                    start, "The body has the leaf hash " + hex(leaf) + ", the line states " + hex(statedLeaf) + ".");
        }
        json.over(bytes.window(), bytes.from(), length, bytes.offset());
        envelope.read(json);
        mustFollow();
        tree.add(leaf);
        bytes.skip(length + 1);
        witness.compare(tree, bytes.offset());
    }

    /// Passes over the framing line, leaves its hash in `statedLeaf` and answers the length of the body.
    private int eventLine() throws IOException, Fault {
        int there = bytes.reach(EVENT_LINE_MOST);
        json.over(bytes.window(), bytes.from(), there, bytes.offset());
        json.literal("event ");
        long length = json.integer();
        if (length < 0 || length > ArchiveBytes.MIB) {
            throw bytes.fault("The body of an event has 0 to " + ArchiveBytes.MIB + " bytes, not " + length + ".");
        }
        json.literal(" ");
        json.hexadecimal(statedLeaf);
        json.literal("\n");
        bytes.skip(json.at() - bytes.from());
        return (int) length;
    }

    private void mustFollow() throws Fault {
        if (envelope.seq != tree.size() + 1) {
            throw bytes.fault("Its seq is " + envelope.seq + ", its place is " + (tree.size() + 1) + ".");
        }
        if (envelope.at < lastAt) {
            throw bytes.fault("It is at " + envelope.at + ", before the event that precedes it, at " + lastAt + ".");
        }
        lastAt = envelope.at;
        if (envelope.activates) {
            inForce = envelope.activatedNumber;
            if (!protocols.has(inForce, envelope.activatedHash)) {
                throw bytes.fault("It activates protocol " + inForce + " with the hash " + hex(envelope.activatedHash)
                        + ", which the archive does not hold.");
            }
        }
        if (envelope.protocol != inForce) {
            throw bytes.fault("It names protocol " + envelope.protocol + ", but " + inForce + " is in force.");
        }
    }

    /// Where neither an event nor the manifest begins: named after the section whose first word is nearest to what is
    /// found, so that damage to that word too is reported as its section.
    private Fault misplaced() throws IOException {
        int there = bytes.reach(40);
        String found = new String(bytes.window(), bytes.from(), there, StandardCharsets.ISO_8859_1);
        String nearest = found.isEmpty() ? "manifest" : "event";
        for (String word : List.of("manifest", "protocol", "file")) {
            nearest = likeness(word, found) > likeness(nearest, found) ? word : nearest;
        }
        switch (nearest) {
            case "event" -> bytes.enterEvent(tree.size() + 1);
            case "protocol" -> bytes.enter("protocol " + (protocols.size() + 1));
            case "file" -> bytes.enter("protocol " + protocols.size());
            default -> bytes.enter("manifest");
        }
        return bytes.fault(
                found.isEmpty()
                        ? "The file ends before its manifest."
                        : "An event or the manifest must begin here, not " + Fault.quote(found) + ".");
    }

    /// How many of the word's characters are found in their place, or one place off.
    private static int likeness(String word, String found) {
        String shifted = "\0" + found + "\0".repeat(word.length() + 2);
        return (int) IntStream.range(0, word.length())
                .filter(i -> shifted.substring(i, i + 3).indexOf(word.charAt(i)) >= 0)
                .count();
    }

    /// Reads the manifest's section and answers its body.
    private byte[] manifestBody() throws IOException, Fault {
        bytes.enter("manifest");
        String digits = bytes.line(MANIFEST_LINE, "manifest <length>").group(1);
        int length = bytes.length(digits, ArchiveBytes.MIB);
        bytes.body(length);
        byte[] body = Arrays.copyOfRange(bytes.window(), bytes.from(), bytes.from() + length);
        bytes.skip(length + 1);
        return body;
    }

    private void signature(byte[] signed, byte[] publicKey) throws IOException, Fault {
        bytes.enter("signature");
        long start = bytes.offset();
        String digits = bytes.line(SIGNATURE_LINE, "signature <128 lower-case hexadecimal digits>")
                .group(1);
        if (!Ed25519.isSignature(HexFormat.of().parseHex(digits), signed, publicKey)) {
            throw new Fault(start, "This is not the trusted key's signature of the manifest.");
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
