package org.equipoise.journal.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.canonical.EventCodec;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;

/// Writes a study's archive: the same journal, protocol versions and key give the same bytes.
public final class ArchiveWriter {
    private final OutputStream out;

    private ArchiveWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /// Flushes what it was given, closes nothing.
    ///
    /// @param events the canonical bytes of every event, in order
    /// @return how many events there are, and the root over them
    /// @throws IllegalArgumentException if a reader would reject the archive: protocol versions with a gap, or
    ///     an event under a version that was not in force
    public static Written write(
            OutputStream out, String study, List<ProtocolVersion> protocols, Iterable<byte[]> events, SigningKey key)
            throws IOException {
        return new ArchiveWriter(out).write(study, protocols, events, key);
    }

    /// What was written.
    public record Written(long events, Digest root) {}

    private Written write(String study, List<ProtocolVersion> protocols, Iterable<byte[]> bodies, SigningKey key)
            throws IOException {
        line("equipoise-journal " + Limits.FORMAT);
        int number = 0;
        for (ProtocolVersion version : protocols) {
            if (version.number() != ++number) {
                throw new IllegalArgumentException("protocol version " + number + " is missing");
            }
            protocol(version);
        }
        Written written = events(protocols, bodies);
        List<Manifest.ListedProtocol> listed = Manifest.listed(protocols);
        byte[] manifest = Manifest.FORM.write(
                new Manifest(Limits.FORMAT, key.keyId(), listed, written.root(), written.events(), study));
        if (manifest.length > Limits.MANIFEST) {
            throw new IllegalArgumentException("too many protocol files for one manifest");
        }
        line("manifest " + manifest.length);
        body(manifest);
        line("signature " + HexFormat.of().formatHex(key.sign(manifest)));
        out.flush();
        return written;
    }

    private void protocol(ProtocolVersion version) throws IOException {
        line("protocol " + version.number() + " " + version.files().size());
        for (Map.Entry<String, byte[]> file : version.files().entrySet()) {
            byte[] body = file.getValue();
            line("file " + body.length + " " + Sha256.of(body).hex() + " " + file.getKey());
            body(body);
        }
    }

    private Written events(List<ProtocolVersion> protocols, Iterable<byte[]> bodies) throws IOException {
        var order = new EventOrder(protocols);
        var tree = new MerkleTree();
        for (byte[] bytes : bodies) {
            String where = "event " + (tree.size() + 1) + ": ";
            order.fault(EventCodec.read(bytes)).ifPresent(why -> {
                throw new IllegalArgumentException(where + why);
            });
            byte[] leafHash = tree.leafHash(bytes);
            tree.add(leafHash);
            line("event " + bytes.length + " " + HexFormat.of().formatHex(leafHash));
            body(bytes);
        }
        return new Written(tree.size(), Digest.of(tree.root()));
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }

    private void body(byte[] bytes) throws IOException {
        out.write(bytes);
        out.write('\n');
    }
}
