package org.equipoise.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.verifier.ProofVerifier.Proved;
import org.equipoise.verifier.Verification.Rejected;
import org.equipoise.verifier.Verification.Verified;

/// `java -jar equipoise-verify.jar`: the verifier as a program, and the witness, run by whoever doubts us.
public final class Main {
    static final int VERIFIED = 0;
    static final int REJECTED = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;

    private static final String HOW = """
            Usage: java -jar equipoise-verify.jar ARCHIVE [--key FILE] [--witness FILE]
                   java -jar equipoise-verify.jar receipt FILE --key FILE
                   java -jar equipoise-verify.jar growth FILE --since CHECKPOINT --key FILE
                   java -jar equipoise-verify.jar witness FILE --key FILE < GROWTH
            An archive is held against the checkpoints that a witness kept. A receipt shows that an event was recorded.
            Growth shows that nothing before an earlier checkpoint was changed; a witness keeps its checkpoint at the end
            of FILE if that is so, and changes nothing otherwise.""";
    private static final String BESIDE = ", found beside the archive: that proves only that archive and key belong"
            + " together. Whoever wants more gives --key FILE with a key that came another way.";
    private static final Pattern KEY_LINE = Pattern.compile("equipoise-key ed25519 ([0-9a-f]{64})\n");

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private String reading = "";
    private String asked = "read";

    Main(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(System.in, System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("--help")) {
            out.println(HOW);
            return VERIFIED;
        }
        try {
            return run(Arguments.of(arguments));
        } catch (Arguments.Wrong wrong) {
            err.println(wrong.getMessage() + "\n" + HOW);
            return USAGE;
        } catch (IOException | InvalidPathException e) {
            String reason = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
            err.println("The " + reading + " cannot be " + asked + ": " + reason + ".");
            return UNREADABLE;
        }
    }

    private int run(Arguments given) throws IOException {
        return switch (given.verb()) {
            case "receipt" -> receipt(given);
            case "growth" -> growth(given);
            case "witness" -> witness(given);
            default -> archive(given);
        };
    }

    private int archive(Arguments given) throws IOException {
        String archive = given.file();
        boolean beside = !given.flags().containsKey("--key");
        String keyFile = beside ? archive + ".key" : given.flags().get("--key");
        reading = "archive " + archive;
        try (InputStream bytes = Files.newInputStream(Path.of(archive))) {
            byte[] key = key(keyFile, beside ? " (no other was given with --key FILE)" : "");
            String witness = given.flags().get("--witness");
            byte[] kept = witness == null
                    ? (Witness.FIRST_LINE + "\n").getBytes(StandardCharsets.US_ASCII)
                    : read("witness file ", witness);
            reading = "archive " + archive;
            int exit = tell(archive, ArchiveVerifier.verify(bytes, key, kept));
            out.println("Trusted the key in " + keyFile + (beside ? BESIDE : ", given with --key."));
            return exit;
        }
    }

    private int receipt(Arguments given) throws IOException {
        byte[] key = key(given.flags().get("--key"), "");
        return tell(given.file(), ProofVerifier.receipt(read("receipt ", given.file()), key));
    }

    private int growth(Arguments given) throws IOException {
        byte[] key = key(given.flags().get("--key"), "");
        byte[] since = read("checkpoint ", given.flags().get("--since"));
        return tell(given.file(), ProofVerifier.extension(read("proof ", given.file()), asWitness(since), key));
    }

    /// A checkpoint alone is read as a witness file that holds nothing else.
    private static byte[] asWitness(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return (text.startsWith("equipoise/") ? Witness.FIRST_LINE + "\n" + text : text)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Only one program at a time adds to a file, and what it says it has kept is on the disk.
    private int witness(Arguments given) throws IOException {
        byte[] key = key(given.flags().get("--key"), "");
        byte[] growth = in.readAllBytes();
        reading = "witness file " + given.file();
        try (FileChannel file =
                        FileChannel.open(Path.of(given.file()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                var _ = file.lock()) {
            byte[] kept = Files.readAllBytes(Path.of(given.file()));
            int whole = Witness.whole(kept);
            if (whole < kept.length) {
                file.truncate(whole);
            }
            String first = whole == 0 ? Witness.FIRST_LINE + "\n" : "";
            byte[] before = whole == 0 ? first.getBytes(StandardCharsets.US_ASCII) : Arrays.copyOf(kept, whole);
            Proved proved = ProofVerifier.extension(growth, before, key);
            if (proved instanceof Proved.Extends extended && extended.old() < extended.size()) {
                write(file, ByteBuffer.wrap((first + extended.note()).getBytes(StandardCharsets.UTF_8)));
            }
            return tell(given.file(), proved);
        }
    }

    /// At the end, whole or not at all: half a checkpoint would spoil the file.
    private void write(FileChannel file, ByteBuffer added) throws IOException {
        asked = "written";
        long end = file.size();
        try {
            while (added.hasRemaining()) {
                file.write(added);
            }
            file.force(true);
        } catch (IOException noRoom) {
            file.truncate(end);
            throw noRoom;
        }
    }

    private byte[] read(String what, String file) throws IOException {
        reading = what + file;
        return Files.readAllBytes(Path.of(file));
    }

    private byte[] key(String file, String why) throws IOException {
        reading = "key file " + file + why;
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            Matcher line = KEY_LINE.matcher(new String(bytes.readNBytes(100), StandardCharsets.ISO_8859_1));
            if (!line.matches()) {
                throw new IOException(
                        "it is not the one line `equipoise-key ed25519 <64 lower-case hexadecimal digits>`");
            }
            return HexFormat.of().parseHex(line.group(1));
        }
    }

    private int tell(String archive, Verification verification) {
        return switch (verification) {
            case Verified(long size, String root, String keyId, String study, int checkpoints, long witnessed) -> {
                out.println("Verified: " + archive);
                out.println("study   " + Fault.quote(study));
                out.println("events  " + size);
                out.println("root    " + root);
                out.println("key     " + keyId);
                if (checkpoints > 0) {
                    out.println("witness " + checkpoints + " checkpoints agree, up to event " + witnessed
                            + (witnessed < size ? "; what follows rests on the signature alone" : ""));
                }
                yield VERIFIED;
            }
            case Rejected rejected -> tell(archive, rejected);
        };
    }

    private int tell(String file, Proved proved) {
        return switch (proved) {
            case Proved.Included(long seq, String event, long size, String root) -> {
                out.println("Verified: " + file);
                out.println("event   " + seq + " of the first " + size + ", root " + root);
                out.println(event);
                yield VERIFIED;
            }
            case Proved.Extends(long old, long size, String root, String _) -> {
                out.println("Verified: " + file);
                out.println("events  1 to " + old + " are the beginning of " + size + ", root " + root);
                yield VERIFIED;
            }
            case Proved.Not(Rejected rejected) -> tell(file, rejected);
        };
    }

    private int tell(String file, Rejected rejected) {
        out.println("Rejected: " + file);
        out.println(rejected.where() + ": " + rejected.why());
        return REJECTED;
    }
}
