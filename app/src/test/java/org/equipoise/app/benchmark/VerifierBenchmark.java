package org.equipoise.app.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.tree.MerkleTree;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;

/// Events a second of the stand-alone verifier: the events of a rehearsed trial over and over with the numbers and
/// times of their places, in one archive without protocol files, read from disk several times.
///
/// Arguments: folder for the archive, number of events, rounds, the study whose events they are.
public final class VerifierBenchmark {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

    private VerifierBenchmark() {}

    /// An event with gaps for time and number.
    private record Template(String before, String between, String after) {
        static Template of(String event) {
            int at = event.indexOf("\"at\":") + "\"at\":".length();
            int body = event.indexOf(',', at);
            int protocol = event.lastIndexOf(",\"protocol\":");
            int version = event.lastIndexOf(",\"version\":");
            String between = event.substring(body, protocol) + ",\"protocol\":0,\"seq\":";
            return new Template(event.substring(0, at), between, event.substring(version));
        }

        byte[] at(long seq) {
            return (before + (1_700_000_000_000_000L + seq) + between + seq + after).getBytes(StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path archive = Path.of(arguments[0]).resolve("archive");
        long events = Long.parseLong(arguments[1]);
        long bytes = write(archive, events, templates(arguments[3]));
        System.out.printf(Locale.ROOT, "%d events, %d bytes each%n", events, bytes / events);
        for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
            long from = System.nanoTime();
            long spent = THREAD.getCurrentThreadCpuTime();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
                Verification verification = ArchiveVerifier.verify(in, KEY.publicKey());
                if (!(verification instanceof Verification.Verified)) {
                    throw new IllegalStateException(verification.toString());
                }
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            double processor = (THREAD.getCurrentThreadCpuTime() - spent) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %.0f events a second, %.0f a second of its processor time%n",
                    round,
                    events / seconds,
                    events / processor);
        }
    }

    private static long write(Path archive, long events, List<Template> templates) throws IOException {
        MerkleTree tree = new MerkleTree();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            put(out, "equipoise-journal 1\n");
            for (long seq = 1; seq <= events; seq++) {
                byte[] body = templates.get((int) (seq % templates.size())).at(seq);
                byte[] leaf = tree.leafHash(body);
                tree.add(leaf);
                put(out, "event " + body.length + " " + HexFormat.of().formatHex(leaf) + "\n");
                out.write(body);
                out.write('\n');
            }
            String manifest = "{\"format\":1,\"key\":\"" + KEY.keyId().hex() + "\",\"protocols\":[],\"root\":\""
                    + HexFormat.of().formatHex(tree.root()) + "\",\"size\":" + events + ",\"study\":\"many\"}";
            put(out, "manifest " + manifest.length() + "\n" + manifest + "\nsignature ");
            byte[] signature = KEY.sign(manifest.getBytes(StandardCharsets.US_ASCII));
            put(out, HexFormat.of().formatHex(signature) + "\n");
        }
        return Files.size(archive);
    }

    private static List<Template> templates(String study) {
        Stage.Set set = TestStudies.stage(study, 1, 1).ordinary((_, _, _) -> {});
        set.trial().conduct();
        Journal journal = set.journal();
        return IntStream.rangeClosed(1, (int) journal.size())
                .mapToObj(seq -> new String(journal.bytes(seq), StandardCharsets.UTF_8))
                .filter(event -> !event.contains("\"event\":\"ProtocolActivated\""))
                .map(Template::of)
                .toList();
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
