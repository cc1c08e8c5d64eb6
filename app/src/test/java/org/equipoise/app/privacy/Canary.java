package org.equipoise.app.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Bytes that nobody could have written by chance, and every form in which they might stand somewhere.
final class Canary {
    private static final List<Charset> TEXTS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final byte[] bytes;

    Canary(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// A text, as bytes of UTF-8.
    static Canary of(String text) {
        return new Canary(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What it says, where it is a text.
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Itself, its text in UTF-16, its hexadecimal digits, and its Base64 wherever in a longer text it begins.
    Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("as it is", bytes);
        for (Charset charset : TEXTS.subList(1, TEXTS.size())) {
            forms.put(charset.name(), text().getBytes(charset));
        }
        String hex = HexFormat.of().formatHex(bytes);
        forms.put("hexadecimal", ascii(hex));
        forms.put("HEXADECIMAL", ascii(hex.toUpperCase(Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            forms.put("Base64 after " + before, ascii(base64(Base64.getEncoder(), before)));
            forms.put("URL-safe Base64 after " + before, ascii(base64(Base64.getUrlEncoder(), before)));
        }
        return forms;
    }

    /// What of its Base64 does not hang on its neighbours, where so many bytes of a group stand before it.
    private String base64(Base64.Encoder encoder, int before) {
        byte[] padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(padded);
        int first = before == 0 ? 0 : before + 1;
        int last = encoded.length() - (padded.length % 3 == 0 ? 0 : 1);
        return encoded.substring(first, last);
    }

    /// In which of its forms it stands in some bytes.
    SortedSet<String> in(byte[] haystack) {
        return new Forms(this).in(haystack);
    }

    /// The files of a folder in which it stands, with the form.
    SortedSet<String> under(Path folder) {
        Forms forms = new Forms(this);
        SortedSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                forms.in(Files.readAllBytes(file)).forEach(form -> found.add(folder.relativize(file) + ": " + form));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// The forms of a canary by their first two bytes, so that a large file is gone through once.
    private static final class Forms {
        private final Map<Integer, Map<String, byte[]>> byBeginning = new HashMap<>();
        private final BitSet beginnings = new BitSet();

        Forms(Canary canary) {
            canary.forms().forEach((name, form) -> {
                int beginning = beginning(form, 0);
                beginnings.set(beginning);
                byBeginning.computeIfAbsent(beginning, _ -> new HashMap<>()).put(name, form);
            });
        }

        private static int beginning(byte[] bytes, int at) {
            return (bytes[at] & 0xFF) << Byte.SIZE | (bytes[at + 1] & 0xFF);
        }

        SortedSet<String> in(byte[] haystack) {
            SortedSet<String> found = new TreeSet<>();
            for (int at = 0; at < haystack.length - 1; at++) {
                int beginning = beginning(haystack, at);
                if (beginnings.get(beginning)) {
                    add(haystack, at, byBeginning.get(beginning), found);
                }
            }
            return found;
        }

        private static void add(byte[] haystack, int at, Map<String, byte[]> forms, SortedSet<String> found) {
            forms.forEach((name, form) -> {
                int end = at + form.length;
                if (end <= haystack.length && Arrays.equals(haystack, at, end, form, 0, form.length)) {
                    found.add(name);
                }
            });
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
