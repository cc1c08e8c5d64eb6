package org.equipoise.journal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.journal.canonical.Unreadable;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.StoredEvent;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.language.identity.Digest;

/// Reads an archive front to back and stops at the first fault: section 7 of the format page.
///
/// An event whose name, version or shape this release does not know is rejected too, for its meaning would be
/// lost.
public final class ArchiveReader {
    private final Frames frames;
    private final byte[] publicKey;
    private final Watch watch;
    private final MerkleTree hashes = new MerkleTree();
    private String where = "header";

    private ArchiveReader(InputStream in, byte[] publicKey, Watch watch) {
        this.watch = watch;
        this.frames = new Frames(in);
        this.publicKey = publicKey;
    }

    /// Closes nothing. Whatever the bytes are, the answer is a reading.
    ///
    /// @param publicKey the 32 bytes of the key that is trusted
    /// @throws IOException if the bytes cannot be had
    public static Reading read(InputStream in, byte[] publicKey) throws IOException {
        return read(in, publicKey, Watch.NONE);
    }

    /// The same, with somebody who knows what the tree was at some sizes.
    public static Reading read(InputStream in, byte[] publicKey, Watch watch) throws IOException {
        var reader = new ArchiveReader(in, publicKey.clone(), watch);
        try {
            return new Reading.Verified(reader.archive());
        } catch (Fault fault) {
            return new Reading.Rejected(reader.where, fault.why());
        }
    }

    private Archive archive() throws IOException, Fault {
        frames.expect("equipoise-journal " + Limits.FORMAT + "\n");
        List<ProtocolVersion> protocols = new ArrayList<>();
        while (frames.ahead() == Section.PROTOCOL) {
            protocols.add(protocol(protocols.size() + 1));
        }
        var order = new EventOrder(protocols);
        var journal = new MemoryJournal();
        while (eventAhead()) {
            event(journal, order);
        }
        where = "manifest";
        frames.expect("manifest ");
        byte[] bytes = frames.body(frames.decimal(Limits.MANIFEST, '\n'));
        Manifest manifest = manifest(bytes, protocols, journal);
        where = "signature";
        frames.expect("signature ");
        byte[] signature = HexFormat.of().parseHex(frames.hexadecimal(128));
        frames.expect("\n");
        require(Ed25519.verifies(publicKey, bytes, signature), "the key did not sign this manifest");
        where = "end";
        require(frames.atEnd(), "something follows the signature");
        agree(watch.end(manifest.study(), journal.size()));
        return new Archive(manifest.study(), protocols, journal);
    }

    private boolean eventAhead() throws IOException {
        Section ahead = frames.ahead();
        return ahead != Section.MANIFEST && ahead != Section.SIGNATURE && !frames.atEnd();
    }

    private ProtocolVersion protocol(int number) throws IOException, Fault {
        String version = "protocol " + number;
        where = version;
        frames.expect(version + " ");
        int count = frames.decimal(Integer.MAX_VALUE, '\n');
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int ordinal = 1; ordinal <= count; ordinal++) {
            require(frames.ahead() == Section.FILE, "it announces " + count + " files and holds fewer");
            where = version + " file " + ordinal;
            file(files);
            where = version;
        }
        require(frames.ahead() != Section.FILE, "it announces " + count + " files and holds more");
        require(files.containsKey(Limits.CONDUCT), "it holds no " + Limits.CONDUCT);
        return new ProtocolVersion(number, files);
    }

    private void file(SortedMap<String, byte[]> files) throws IOException, Fault {
        frames.expect("file ");
        int length = frames.decimal(Limits.FILE, ' ');
        String hash = frames.hexadecimal(64);
        frames.expect(" ");
        String name = frames.name();
        require(files.isEmpty() || files.lastKey().compareTo(name) < 0, "'" + name + "' is out of order");
        byte[] body = frames.body(length);
        require(Sha256.of(body).hex().equals(hash), "'" + name + "' is not what its hash says");
        files.put(name, body);
    }

    private void event(MemoryJournal journal, EventOrder order) throws IOException, Fault {
        where = "event " + (journal.size() + 1);
        frames.expect("event ");
        int length = frames.decimal(Limits.EVENT, ' ');
        String hash = frames.hexadecimal(64);
        frames.expect("\n");
        byte[] body = frames.body(length);
        require(Digest.of(hashes.leafHash(body)).hex().equals(hash), "it is not what its leaf hash says");
        try {
            StoredEvent event = StoredEvent.read(body);
            Optional<String> fault = order.fault(event.event());
            if (fault.isPresent()) {
                throw new Fault(fault.get());
            }
            journal.restore(event);
            if (watch.next() == journal.size()) {
                agree(watch.compare(journal.root()));
            }
        } catch (Unreadable e) {
            throw new Fault(e.getMessage());
        }
    }

    private void agree(Optional<Reading.Rejected> otherwise) throws Fault {
        if (otherwise.isPresent()) {
            where = otherwise.get().where();
            throw new Fault(otherwise.get().why());
        }
    }

    private Manifest manifest(byte[] bytes, List<ProtocolVersion> protocols, MemoryJournal journal) throws Fault {
        try {
            Manifest manifest = Manifest.FORM.read(bytes);
            require(manifest.format() == Limits.FORMAT, "format " + manifest.format() + " is unknown");
            require(manifest.protocols().equals(Manifest.listed(protocols)), "it lists other protocol files");
            require(manifest.size() == journal.size(), "it counts " + manifest.size() + " events");
            require(manifest.root().equals(journal.root()), "its root is not that of the events");
            require(manifest.key().equals(Sha256.of(publicKey)), "it names another key");
            return manifest;
        } catch (Unreadable e) {
            throw new Fault(e.getMessage());
        }
    }

    private static void require(boolean holds, String otherwise) throws Fault {
        if (!holds) {
            throw new Fault(otherwise);
        }
    }
}
