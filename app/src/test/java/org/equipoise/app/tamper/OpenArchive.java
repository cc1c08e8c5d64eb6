package org.equipoise.app.tamper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointWitness;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.tree.MerkleTree;

/// An archive taken apart: whoever holds the key could put anything in its place and close it again.
///
/// @param head everything before the first event
/// @param events their canonical forms
record OpenArchive(String head, List<String> events, String manifest) {
    private static final Pattern EVENT = Pattern.compile("event [0-9]+ [0-9a-f]{64}\n");
    private static final Pattern ROOT = Pattern.compile("\"root\":\"[0-9a-f]{64}\",\"size\":[0-9]+");
    static final Pattern SEQ = Pattern.compile("(,\"seq\":)([0-9]+)(,\"version\":[0-9]+}$)");

    OpenArchive {
        events = List.copyOf(events);
    }

    static OpenArchive of(byte[] archive) {
        List<String> events = new ArrayList<>();
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        Matcher line = EVENT.matcher(text);
        int at = text.indexOf("\nevent ") + 1;
        String head = text.substring(0, at);
        while (line.find(at) && line.start() == at) {
            int length = Integer.parseInt(line.group().split(" ")[1]);
            events.add(utf8(text.substring(line.end(), line.end() + length)));
            at = line.end() + length + 1;
        }
        int body = text.indexOf('\n', at) + 1;
        return new OpenArchive(utf8(head), events, utf8(text.substring(body, text.indexOf('\n', body))));
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    OpenArchive with(List<String> others) {
        return new OpenArchive(head, others, manifest);
    }

    OpenArchive with(int index, UnaryOperator<String> change) {
        List<String> changed = new ArrayList<>(events);
        changed.set(index, change.apply(changed.get(index)));
        return with(changed);
    }

    /// With the numbers that their places want.
    OpenArchive renumbered() {
        List<String> renumbered = new ArrayList<>();
        for (String event : events) {
            long seq = renumbered.size() + 1L;
            renumbered.add(SEQ.matcher(event).replaceFirst("$1" + seq + "$3"));
        }
        return with(renumbered);
    }

    /// Closed in good faith, as whoever has the key would.
    byte[] bytes(SigningKey key) {
        return bytes(key, rooted());
    }

    /// What the manifest has to say of these events.
    String rooted() {
        MerkleTree tree = new MerkleTree();
        events.forEach(event -> tree.add(tree.leafHash(event.getBytes(StandardCharsets.UTF_8))));
        String root = "\"root\":\"" + HexFormat.of().formatHex(tree.root()) + "\",\"size\":" + events.size();
        return ROOT.matcher(manifest).replaceFirst(root);
    }

    /// Closed with this manifest, whatever it says.
    byte[] bytes(SigningKey key, String signed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MerkleTree hashes = new MerkleTree();
        put(out, head);
        for (String event : events) {
            byte[] body = event.getBytes(StandardCharsets.UTF_8);
            put(out, "event " + body.length + " " + HexFormat.of().formatHex(hashes.leafHash(body)) + "\n");
            out.writeBytes(body);
            out.write('\n');
        }
        byte[] last = signed.getBytes(StandardCharsets.UTF_8);
        put(out, "manifest " + last.length + "\n" + signed + "\nsignature ");
        put(out, HexFormat.of().formatHex(key.sign(last)) + "\n");
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A witness file with a checkpoint at these sizes of a journal.
    static String witness(MemoryJournal journal, String study, SigningKey key, List<Integer> sizes) {
        WitnessBook book = new WitnessBook();
        MemoryJournal growing = new MemoryJournal();
        CheckpointedJournal witnessed = witnessed(growing, study, key, book);
        for (int size : sizes) {
            witnessed.append(journal.events().subList((int) growing.size(), size));
            witnessed.commit();
            witnessed.checkpoint();
        }
        return book.text();
    }

    private static CheckpointedJournal witnessed(
            MemoryJournal journal, String study, SigningKey key, CheckpointWitness witness) {
        return new CheckpointedJournal(
                journal, study, key, witness, new CheckpointPolicy(Long.MAX_VALUE, Long.MAX_VALUE), () -> 0);
    }
}
