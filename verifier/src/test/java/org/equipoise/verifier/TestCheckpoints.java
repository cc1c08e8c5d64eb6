package org.equipoise.verifier;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Checkpoints and proofs of an archive, written from the published format by its recursive definitions.
final class TestCheckpoints {
    private static final String ORIGIN = "equipoise/TOY-1";

    private final TestArchive archive;
    private final List<byte[]> leaves;

    TestCheckpoints(TestArchive archive) {
        this.archive = archive;
        this.leaves = archive.events.stream().map(TestArchive::leaf).toList();
    }

    String witness(int... sizes) {
        StringBuilder witness = new StringBuilder("equipoise-witness 1\n");
        Arrays.stream(sizes).forEach(size -> witness.append(note(size)));
        return witness.toString();
    }

    String note(int size) {
        return note(ORIGIN, size, TestArchive.root(leaves.subList(0, size)));
    }

    static String note(String origin, int size, byte[] root) {
        String text = origin + "\n" + size + "\n" + base64(root) + "\n";
        return text + "\n\u2014 " + origin + " " + signature(origin, TestArchive.KEY, text) + "\n";
    }

    static String signature(String origin, byte[] key, String text) {
        ByteArrayOutputStream id = new ByteArrayOutputStream();
        id.writeBytes(TestArchive.utf8(origin + "\n\u0001"));
        id.writeBytes(key);
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.write(TestArchive.sha256(id.toByteArray()), 0, 4);
        named.writeBytes(TestArchive.sign(TestArchive.utf8(text)));
        return base64(named.toByteArray());
    }

    String growth(int first, int second) {
        List<byte[]> proof = first == 0 ? List.of() : subproof(first, leaves.subList(0, second), true);
        return "old " + first + "\n" + lines(proof) + "\n" + note(second);
    }

    String receipt(int seq, int size) {
        return "c2sp.org/tlog-proof@v1\nextra " + base64(TestArchive.utf8(archive.events.get(seq - 1))) + "\nindex "
                + (seq - 1) + "\n" + lines(path(seq - 1, leaves.subList(0, size))) + "\n" + note(size);
    }

    private static String lines(List<byte[]> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(hash -> lines.append(base64(hash)).append('\n'));
        return lines.toString();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// RFC 9162, section 2.1.3.1, word for word.
    static List<byte[]> path(int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m < k ? and(path(m, left), TestArchive.root(right)) : and(path(m - k, right), TestArchive.root(left));
    }

    /// RFC 9162, section 2.1.4.1, word for word.
    static List<byte[]> subproof(int m, List<byte[]> leaves, boolean whole) {
        if (m == leaves.size()) {
            return whole ? List.of() : List.of(TestArchive.root(leaves));
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m <= k
                ? and(subproof(m, left, whole), TestArchive.root(right))
                : and(subproof(m - k, right, false), TestArchive.root(left));
    }

    private static List<byte[]> and(List<byte[]> hashes, byte[] hash) {
        List<byte[]> more = new ArrayList<>(hashes);
        more.add(hash);
        return more;
    }
}
