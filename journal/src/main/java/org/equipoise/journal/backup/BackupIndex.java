package org.equipoise.journal.backup;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.journal.archive.Ed25519;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.canonical.CanonicalRecord;
import org.equipoise.journal.canonical.Unreadable;
import org.equipoise.language.identity.Digest;

/// The list of a backup's journals. An archive that is taken out, put in or exchanged for an older one is missed, since
/// one signature is under all of them.
///
/// As text: one line of canonical JSON, and one with the signature over it.
///
/// @param at when the journals were read, microseconds since 1970-01-01T00:00:00Z
/// @param software what wrote it
public record BackupIndex(int format, long at, String software, List<Kept> journals) {
    public static final int FORMAT = 1;

    private static final CanonicalRecord<BackupIndex> FORM = new CanonicalRecord<>(BackupIndex.class);
    private static final Pattern TEXT = Pattern.compile("(\\{.*})\nsignature ([0-9a-f]{128})\n");

    /// One journal of the backup.
    ///
    /// @param name of the journal in its database
    /// @param archive the file's name in the backup
    public record Kept(String name, String archive, long events, Digest root) {}

    public BackupIndex {
        journals = List.copyOf(journals);
    }

    /// How many events there are in all.
    public long events() {
        return journals.stream().mapToLong(Kept::events).sum();
    }

    public String text(SigningKey key) {
        byte[] line = FORM.write(this);
        return new String(line, StandardCharsets.UTF_8) + "\nsignature "
                + HexFormat.of().formatHex(key.sign(line)) + "\n";
    }

    /// Reads what [#text] wrote; empty where it is anything else, or another key signed it.
    public static Optional<BackupIndex> read(String text, byte[] publicKey) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] line = matcher.group(1).getBytes(StandardCharsets.UTF_8);
        if (!Ed25519.verifies(publicKey, line, HexFormat.of().parseHex(matcher.group(2)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(FORM.read(line)).filter(index -> index.format() == FORMAT);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
