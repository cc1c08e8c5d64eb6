package org.equipoise.app.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.log.FileLog;
import org.equipoise.store.log.OwnersOnly;
import org.equipoise.store.people.KeyFolder;
import tools.jackson.databind.json.JsonMapper;

/// Where a vault is kept: its secrets and its log, in a folder that only its owner may read, apart from the database.
/// In production the owner is a user of the operating system whom nobody else can become.
public final class VaultFolder {
    private static final String SECRETS = "secrets.json";
    private static final String LOG = "vault.log";
    private static final String PEOPLE = "people";
    private static final int SECRET = 32;

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
            String sealing,
            boolean rehearsal) {
        @Override
        public String toString() {
            return "Written[withheld]";
        }
    }

    /// A vault and what it remembers by, which is let go when it is closed.
    ///
    /// @param keys of the participants whose codes were broken: why is ciphertext under them
    /// @param rehearsal whether it was made for one
    public record Open(Vault vault, FileLog log, KeyFolder keys, boolean rehearsal) implements AutoCloseable {
        @Override
        public void close() {
            keys.close();
            log.close();
        }
    }

    /// Makes the vault of a trial with people, by lot.
    public static VaultFolder live(Path folder, Study study) {
        SecureRandom lot = new SecureRandom();
        Secrets secrets = new Secrets(
                ArmCodes.draw(study.design().arms(), seed(lot).stream(0, 0, 0)),
                seed(lot),
                seed(lot),
                HexFormat.of().formatHex(secret(lot)));
        return begin(folder, secrets, secret(lot), false);
    }

    private static byte[] secret(SecureRandom lot) {
        byte[] secret = new byte[SECRET];
        lot.nextBytes(secret);
        return secret;
    }

    private static Seed seed(SecureRandom lot) {
        return new Seed(lot.nextLong(), lot.nextLong());
    }

    /// Makes the vault of a rehearsed trial, whose secrets follow from its seed.
    public static VaultFolder rehearsal(Path folder, Study study, Seed seed, long trial) {
        Draws draws = new Draws(seed, trial);
        return begin(folder, draws.secrets(study.design().arms()), draws.bytes("sealing key"), true);
    }

    /// Makes the folder, with secrets that are then nowhere else.
    public static VaultFolder begin(Path folder, Secrets secrets, byte[] sealing, boolean rehearsal) {
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
                HexFormat.of().formatHex(sealing),
                rehearsal);
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
            FileLog log = FileLog.open(folder.resolve(LOG));
            try {
                return open(study, written, log);
            } catch (IllegalArgumentException | UnfitDatabase refused) {
                log.close();
                throw refused;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Open open(Study study, Written written, FileLog log) {
        SecureRandom lot = new SecureRandom();
        Sealing sealing = new RealSealing(HexFormat.of().parseHex(written.sealing()));
        KeyFolder keys = KeyFolder.open(folder.resolve(PEOPLE), _ -> secret(lot));
        try {
            return new Open(new Vault(study, secrets(written), sealing, log, keys), log, keys, written.rehearsal());
        } catch (IllegalArgumentException anotherStudy) {
            keys.close();
            throw anotherStudy;
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
