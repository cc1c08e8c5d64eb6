package org.equipoise.app.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Looks for texts in files, however they are written: as UTF-8, UTF-16 in both orders, hexadecimal in both cases, and
/// Base64 wherever the text begins in its groups of three bytes. What is compressed or encrypted it does not see.
final class CanarySearch {
    private static final int PIECE = 1 << 22;
    private static final int GROUP = 3;

    private final Map<Integer, List<Pattern>> byBeginning = new LinkedHashMap<>();
    private final boolean[] begins = new boolean[1 << 16];
    private int longest;

    /// A text as it may be written.
    private static final class Pattern {
        private final String text;
        private final byte[] bytes;

        Pattern(String text, byte[] bytes) {
            this.text = text;
            this.bytes = bytes;
        }
    }

    /// What was found in so many bytes.
    record Found(int files, long bytes, SortedSet<String> texts) {}

    CanarySearch(Collection<String> texts) {
        texts.forEach(text -> encodings(text).values().forEach(bytes -> enter(new Pattern(text, bytes))));
    }

    private void enter(Pattern pattern) {
        int beginning = beginning(pattern.bytes, 0);
        begins[beginning] = true;
        byBeginning.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(pattern);
        longest = Math.max(longest, pattern.bytes.length);
    }

    private static int beginning(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /// Every way of writing a text that is looked for, by its name.
    static Map<String, byte[]> encodings(String text) {
        Map<String, byte[]> encodings = new LinkedHashMap<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            encodings.put(charset.name(), text.getBytes(charset));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        encodings.put("hexadecimal", hex.getBytes(US_ASCII));
        encodings.put("HEXADECIMAL", hex.toUpperCase(Locale.ROOT).getBytes(US_ASCII));
        for (int before = 0; before < GROUP; before++) {
            encodings.put("Base64 after " + before, base64(bytes, before));
        }
        return encodings;
    }

    /// The digits that hang on the text alone, whatever stands before and after it.
    private static byte[] base64(byte[] bytes, int before) {
        byte[] moved = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, moved, before, bytes.length);
        String digits = Base64.getEncoder().withoutPadding().encodeToString(moved);
        int from = before == 0 ? 0 : before + 1;
        int to = moved.length % GROUP == 0 ? digits.length() : digits.length() - 1;
        return digits.substring(from, to).getBytes(US_ASCII);
    }

    /// Every file under a folder, or one file.
    Found in(Path place) throws IOException {
        SortedSet<String> texts = new TreeSet<>();
        long bytes = 0;
        int files = 0;
        try (Stream<Path> paths = Files.walk(place)) {
            for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                bytes += search(file, texts);
                files++;
            }
        }
        return new Found(files, bytes, texts);
    }

    private long search(Path file, SortedSet<String> found) throws IOException {
        byte[] piece = new byte[PIECE + longest];
        long bytes = 0;
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(piece, 0, PIECE); read > 0; read = in.readNBytes(piece, kept, PIECE)) {
                bytes += read;
                int end = kept + read;
                search(piece, end, found);
                kept = Math.min(longest - 1, end);
                System.arraycopy(piece, end - kept, piece, 0, kept);
            }
        }
        return bytes;
    }

    private void search(byte[] piece, int end, SortedSet<String> found) {
        for (int at = 0; at < end - 1; at++) {
            int beginning = beginning(piece, at);
            if (begins[beginning]) {
                for (Pattern pattern : byBeginning.getOrDefault(beginning, List.of())) {
                    int to = at + pattern.bytes.length;
                    if (to <= end && Arrays.equals(piece, at, to, pattern.bytes, 0, pattern.bytes.length)) {
                        found.add(pattern.text);
                    }
                }
            }
        }
    }
}
