package org.equipoise.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A signed checkpoint (section 8 of the format): what the tree of a study was at some size.
record Checkpoint(String origin, long size, Hash root, String note) {
    static final int LINES = 5;
    private static final int KEY_ID = 4;
    private static final byte ED25519 = 1;
    private static final long SIZES = 1L << 53;

    private static final Pattern ORIGIN = Pattern.compile("equipoise/(?:[A-Za-z0-9._-]|%[0-9A-F]{2})*");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,15}");
    private static final String SIGNED_BY = "— ";

    /// Reads the five lines that begin at a place of a text and checks the signature.
    ///
    /// @throws Fault with the byte of the text at which it fails
    static Checkpoint read(Text text, byte[] publicKey) throws Fault {
        int start = text.at();
        Matcher origin = text.line(ORIGIN, "an origin");
        Matcher size = text.line(SIZE, "a size of at least 1");
        if (Long.parseLong(size.group()) >= SIZES) {
            throw text.fault("A checkpoint's size stays below 2^53.");
        }
        Hash root = text.hash();
        String signed = text.since(start);
        text.empty();
        String name = SIGNED_BY + origin.group() + " ";
        String last = text.line();
        byte[] named = last.startsWith(name) ? text.base64(last.substring(name.length())) : new byte[0];
        if (named.length != KEY_ID + 64) {
            throw text.fault("Expected a line `" + SIGNED_BY + "<origin> <68 bytes in base64>`.");
        }
        if (!Arrays.equals(Arrays.copyOf(named, KEY_ID), keyId(origin.group(), publicKey))) {
            throw text.fault("A checkpoint is signed by another key than the trusted one.");
        }
        byte[] signature = Arrays.copyOfRange(named, KEY_ID, named.length);
        if (!Ed25519.isSignature(signature, signed.getBytes(StandardCharsets.UTF_8), publicKey)) {
            throw text.fault("This is not the trusted key's signature of the checkpoint.");
        }
        return new Checkpoint(origin.group(), Long.parseLong(size.group()), root, text.since(start));
    }

    /// What a note's signature names the key by.
    static byte[] keyId(String name, byte[] publicKey) {
        byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] named = Arrays.copyOf(start, start.length + 1 + publicKey.length);
        named[start.length] = ED25519;
        System.arraycopy(publicKey, 0, named, start.length + 1, publicKey.length);
        return Arrays.copyOf(new Sha256().of(named, 0, named.length), KEY_ID);
    }

    /// The origin of a study of this name.
    static String origin(String study) {
        StringBuilder origin = new StringBuilder("equipoise/");
        for (byte b : study.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && (Character.isLetterOrDigit(b) || b == '.' || b == '_' || b == '-');
            origin.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
        }
        return origin.toString();
    }

    String encodedRoot() {
        return Base64.getEncoder().encodeToString(root.bytes());
    }
}
