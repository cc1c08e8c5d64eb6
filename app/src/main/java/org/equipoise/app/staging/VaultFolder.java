package org.equipoise.app.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.allocation.sealing.RealSealing;
import org.equipoise.allocation.sealing.Sealing;
import org.equipoise.allocation.supply.ArmCodes;
import org.equipoise.allocation.vault.Secrets;
import org.equipoise.allocation.vault.Vault;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.protocol.reading.Study;
import org.equipoise.statistics.random.Seed;
import org.equipoise.store.log.FileLog;
import org.equipoise.store.log.OwnersOnly;
import tools.jackson.databind.json.JsonMapper;

/// Where a vault is kept: its secrets and its log, in a folder that only its owner may read, apart from the database.
/// In production the owner is a user of the operating system whom nobody else can become.
public final class VaultFolder {
    private static final String SECRETS = "secrets.json";
    private static final String LOG = "vault.log";

    private final Path folder;

    private VaultFolder(Path folder) {
        this.folder = folder;
    }

    /// What is written down of the secrets, once, when the study is opened.
    ///
    /// A record prints its components; this one must not, so it prints its name.
    private record Written(
            SortedMap<String, String> arms,
            SortedMap<String, Integer> shares,
            String list,
            String kits,
            String nonce,
            String sealing) {
        @Override
        public String toString() {
            return "Written[withheld]";
        }
    }

    /// A vault and the file it remembers by, which is let go when it is closed.
    public record Open(Vault vault, FileLog log) implements AutoCloseable {
        @Override
        public void close() {
            log.close();
        }
    }

    /// Makes the folder, with secrets that are then nowhere else.
    static VaultFolder begin(Path folder, Secrets secrets, byte[] sealing) {
        SortedMap<String, String> arms = new TreeMap<>();
        secrets.arms().arms().forEach((code, arm) -> arms.put(code.text(), arm));
        SortedMap<String, Integer> shares = new TreeMap<>();
        secrets.arms().shares().forEach((code, share) -> shares.put(code.text(), share));
        Written written = new Written(
                arms,
                shares,
                secrets.list().hex(),
                secrets.kits().hex(),
                secrets.nonce(),
                HexFormat.of().formatHex(sealing));
        try {
            OwnersOnly.folder(folder);
            OwnersOnly.file(folder.resolve(SECRETS), JsonMapper.shared().writeValueAsBytes(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VaultFolder(folder);
    }

    public static VaultFolder at(Path folder) {
        return new VaultFolder(folder);
    }

    /// Opens the vault as it was left.
    ///
    /// @throws IllegalArgumentException if it is another study's
    public Open open(Study study) {
        try {
            Written written = JsonMapper.shared().readValue(Files.readString(folder.resolve(SECRETS)), Written.class);
            Sealing sealing = new RealSealing(HexFormat.of().parseHex(written.sealing()));
            FileLog log = FileLog.open(folder.resolve(LOG));
            try {
                return new Open(new Vault(study, secrets(written), sealing, log), log);
            } catch (IllegalArgumentException anotherStudy) {
                log.close();
                throw anotherStudy;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secrets secrets(Written written) {
        SortedMap<ArmCode, String> arms = new TreeMap<>();
        written.arms().forEach((code, arm) -> arms.put(new ArmCode(code), arm));
        SortedMap<ArmCode, Integer> shares = new TreeMap<>();
        written.shares().forEach((code, share) -> shares.put(new ArmCode(code), share));
        return new Secrets(
                new ArmCodes(arms, shares), Seed.parse(written.list()), Seed.parse(written.kits()), written.nonce());
    }
}
