package org.equipoise.journal.archive;

import java.util.List;
import java.util.Map;
import org.equipoise.journal.canonical.CanonicalRecord;
import org.equipoise.language.identity.Digest;

/// What the signature is put under: every protocol file by its hash, and the tree over all events.
record Manifest(int format, Digest key, List<ListedProtocol> protocols, Digest root, long size, String study) {
    static final CanonicalRecord<Manifest> FORM = new CanonicalRecord<>(Manifest.class);

    record ListedProtocol(List<ListedFile> files, int number) {
        static ListedProtocol of(ProtocolVersion version) {
            return new ListedProtocol(
                    version.files().entrySet().stream().map(ListedFile::of).toList(), version.number());
        }
    }

    record ListedFile(Digest hash, long length, String name) {
        static ListedFile of(Map.Entry<String, byte[]> file) {
            return new ListedFile(Sha256.of(file.getValue()), file.getValue().length, file.getKey());
        }
    }

    static List<ListedProtocol> listed(List<ProtocolVersion> versions) {
        return versions.stream().map(ListedProtocol::of).toList();
    }
}
