package org.equipoise.app.tamper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

/// The second verifier, in one process, which is handed archives through a pipe.
final class Judge implements AutoCloseable {
    private static final Path SCRIPT = Path.of(System.getProperty("equipoise.root"), "app/src/test/python/judge.py")
            .toAbsolutePath();

    private final Process process;
    private final OutputStream to;
    private final BufferedReader from;

    Judge(byte[] publicKey) {
        try {
            process = new ProcessBuilder(
                            python(), SCRIPT.toString(), HexFormat.of().formatHex(publicKey))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        to = process.getOutputStream();
        from = process.inputReader(StandardCharsets.UTF_8);
    }

    private static String python() {
        return Objects.requireNonNullElse(System.getenv("EQUIPOISE_PYTHON"), "python3");
    }

    /// Where it cannot run, tests are skipped and say so; where every test is required, they fail instead.
    static boolean isPossible() {
        if (System.getenv("EQUIPOISE_EVERY_TEST") != null) {
            return true;
        }
        try {
            return new ProcessBuilder(python(), "-c", "import cryptography.hazmat.primitives.asymmetric.ed25519")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Hands it an archive and what was witnessed.
    void give(byte[] archive, byte[] witness) {
        try {
            to.write((archive.length + " " + witness.length + "\n").getBytes(StandardCharsets.US_ASCII));
            to.write(archive);
            to.write(witness);
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it says: `verified`, or where it rejects.
    String verdict() {
        try {
            return Objects.requireNonNull(from.readLine(), "the second verifier has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            to.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
