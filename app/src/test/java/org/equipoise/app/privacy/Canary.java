package org.equipoise.app.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Bytes that nobody could have written by chance, and every form in which they might stand somewhere.
record Canary(byte[] bytes) {
    private static final List<Charset> TEXTS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /// A text, as bytes of UTF-8.
    static Canary of(String text) {
        return new Canary(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Itself, its text in UTF-16, its hexadecimal digits, and its Base64 wherever in a longer text it begins.
    Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("as it is", bytes);
        for (Charset charset : TEXTS.subList(1, TEXTS.size())) {
            forms.put(charset.name(), new String(bytes, StandardCharsets.UTF_8).getBytes(charset));
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
    List<String> in(byte[] haystack) {
        List<String> found = new ArrayList<>();
        forms().forEach((name, form) -> {
            if (contains(haystack, form)) {
                found.add(name);
            }
        });
        return found;
    }

    /// The files of a folder in which it stands, with the form.
    SortedSet<String> under(Path folder) {
        SortedSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                in(Files.readAllBytes(file)).forEach(form -> found.add(folder.relativize(file) + ": " + form));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean contains(byte[] haystack, byte[] needle) {
        byte first = needle[0];
        for (int at = 0; at <= haystack.length - needle.length; at++) {
            if (haystack[at] == first
                    && Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
