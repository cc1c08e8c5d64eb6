package org.equipoise.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.equipoise.store.log.OwnersOnly;

/// The passwords of an embedded database, made when it is made and kept in a file that only its owner can read.
record Passwords(Word superuser, Word owner, Word application) {
    private static final int BYTES = 24;

    record Word(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    static Passwords in(Path home) throws IOException {
        Path file = home.resolve("passwords");
        if (!Files.exists(file)) {
            Path begun = home.resolve("passwords.begun");
            Files.deleteIfExists(begun);
            secret(begun, random() + "\n" + random() + "\n" + random() + "\n");
            Files.move(begun, file);
            OwnersOnly.keepName(file);
        }
        List<String> lines = Files.readAllLines(file);
        return new Passwords(
                new Word("postgres", lines.get(0)),
                new Word("equipoise_owner", lines.get(1)),
                new Word("equipoise", lines.get(2)));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// A file with the first password, for whoever makes the database.
    Path handOver(Path home, Account account) throws IOException, InterruptedException {
        Path file = home.resolve("password");
        Files.deleteIfExists(file);
        secret(file, superuser.password());
        account.own(home, file);
        return file;
    }

    private static void secret(Path file, String text) throws IOException {
        OwnersOnly.file(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
