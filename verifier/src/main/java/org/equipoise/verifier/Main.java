package org.equipoise.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.verifier.Verification.Rejected;
import org.equipoise.verifier.Verification.Verified;

/// `java -jar equipoise-verify.jar ARCHIVE [--key FILE]`: the verifier as a program.
public final class Main {
    static final int VERIFIED = 0;
    static final int REJECTED = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;

    private static final String HOW = "Usage: java -jar equipoise-verify.jar ARCHIVE [--key FILE]";
    private static final String BESIDE = ", found beside the archive: that proves only that archive and key belong"
            + " together. Whoever wants more gives --key FILE with a key that came another way.";
    private static final Pattern KEY_LINE = Pattern.compile("equipoise-key ed25519 ([0-9a-f]{64})\n");

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        String archive = "";
        String key = "";
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--help")) {
                out.println(HOW);
                return VERIFIED;
            } else if (argument.equals("--key") && key.isEmpty() && i + 1 < arguments.length) {
                key = arguments[++i];
            } else if (!argument.startsWith("-") && archive.isEmpty()) {
                archive = argument;
            } else {
                return usage(argument);
            }
        }
        return archive.isEmpty() ? usage("") : verify(archive, key);
    }

    private int usage(String argument) {
        String fault = argument.isEmpty()
                ? "No archive is named."
                : argument.equals("--key")
                        ? "--key needs one file, once."
                        : argument.startsWith("-")
                                ? "There is no flag " + argument + "."
                                : "One archive at a time: " + argument + " is one too many.";
        err.println(fault + " " + HOW);
        return USAGE;
    }

    private int verify(String archive, String givenKey) {
        boolean beside = givenKey.isEmpty();
        String keyFile = beside ? archive + ".key" : givenKey;
        String reading = "archive " + archive;
        try (InputStream in = Files.newInputStream(Path.of(archive))) {
            reading = "key file " + keyFile + (beside ? " (no other was given with --key FILE)" : "");
            byte[] key = readKey(Path.of(keyFile));
            reading = "archive " + archive;
            int exit = tell(archive, ArchiveVerifier.verify(in, key));
            out.println("Trusted the key in " + keyFile + (beside ? BESIDE : ", given with --key."));
            return exit;
        } catch (IOException | InvalidPathException e) {
            String reason = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            err.println("The " + reading + " cannot be read: " + reason + ".");
            return UNREADABLE;
        }
    }

    private static byte[] readKey(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Matcher line = KEY_LINE.matcher(new String(in.readNBytes(100), StandardCharsets.ISO_8859_1));
            if (!line.matches()) {
                throw new IOException(
                        "it is not the one line `equipoise-key ed25519 <64 lower-case hexadecimal digits>`");
            }
            return HexFormat.of().parseHex(line.group(1));
        }
    }

    private int tell(String archive, Verification verification) {
        return switch (verification) {
            case Verified(long size, String root, String keyId, String study) -> {
                out.println("Verified: " + archive);
                out.println("study   " + Fault.quote(study));
                out.println("events  " + size);
                out.println("root    " + root);
                out.println("key     " + keyId);
                yield VERIFIED;
            }
            case Rejected(String where, String why) -> {
                out.println("Rejected: " + archive);
                out.println(where + ": " + why);
                yield REJECTED;
            }
        };
    }
}
