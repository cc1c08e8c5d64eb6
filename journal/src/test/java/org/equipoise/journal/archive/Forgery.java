package org.equipoise.journal.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;

/// An archive put together section by section and then signed in good faith, by someone who breaks one rule.
final class Forgery {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final MerkleTree tree = new MerkleTree();
    private final List<Manifest.ListedProtocol> protocols = new ArrayList<>();
    private List<Manifest.ListedFile> files = List.of();
    private SigningKey key = SmallTrial.KEY;

    Forgery() {
        line("equipoise-journal 1");
    }

    Forgery line(String text) {
        out.writeBytes((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    Forgery protocol(int number, int count) {
        files = new ArrayList<>();
        protocols.add(new Manifest.ListedProtocol(files, number));
        return line("protocol " + number + " " + count);
    }

    Forgery file(String name, String body) {
        Digest hash = Sha256.of(body.getBytes(StandardCharsets.ISO_8859_1));
        files.add(new Manifest.ListedFile(hash, body.length(), name));
        return line("file " + body.length() + " " + hash.hex() + " " + name).line(body);
    }

    /// The two versions of the small trial.
    Forgery protocols() {
        return protocol(1, 2)
                .file("conduct.json", "{\"arms\":2}")
                .file("forms/vitals.yaml", "id: vitals\n")
                .protocol(2, 1)
                .file("conduct.json", "{\"arms\":3}");
    }

    Forgery event(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        byte[] leaf = tree.leafHash(bytes);
        tree.add(leaf);
        line("event " + bytes.length + " " + HexFormat.of().formatHex(leaf));
        out.writeBytes(bytes);
        return line("");
    }

    /// The events of the small trial from one number to another.
    Forgery events(int from, int to) {
        for (int seq = from; seq <= to; seq++) {
            event(json(seq));
        }
        return this;
    }

    static String json(int seq) {
        return new String(SmallTrial.journal().bytes(seq), StandardCharsets.UTF_8);
    }

    Forgery signedBy(SigningKey other) {
        key = other;
        return this;
    }

    Reading read() {
        return read(manifest -> manifest);
    }

    Reading read(UnaryOperator<Manifest> change) {
        return readAs(Manifest.FORM.write(change.apply(manifest())));
    }

    Reading readChanged(String was, String is) {
        String json = new String(Manifest.FORM.write(manifest()), StandardCharsets.UTF_8);
        return readAs(json.replace(was, is).getBytes(StandardCharsets.UTF_8));
    }

    private Manifest manifest() {
        Digest root = Digest.of(tree.root());
        return new Manifest(1, SmallTrial.KEY.keyId(), protocols, root, tree.size(), SmallTrial.STUDY);
    }

    private Reading readAs(byte[] manifest) {
        line("manifest " + manifest.length);
        out.writeBytes(manifest);
        line("");
        line("signature " + HexFormat.of().formatHex(key.sign(manifest)));
        return unsigned();
    }

    /// As it stands, without manifest and signature.
    Reading unsigned() {
        return readWith(SmallTrial.KEY.publicKey());
    }

    Reading readWith(byte[] publicKey) {
        try {
            return ArchiveReader.read(new ByteArrayInputStream(out.toByteArray()), publicKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
