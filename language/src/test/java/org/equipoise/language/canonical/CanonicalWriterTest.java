package org.equipoise.language.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalWriterTest {
    private static final long LARGEST = (1L << 53) - 1;
    private static final int TREES = 5_000;

    /// Pieces that have tripped canonical writers: controls, quotes, the separators of JavaScript, characters
    /// whose order differs between UTF-8 and UTF-16, a combining mark, a byte order mark.
    private static final List<String> ODD = List.of(
            "",
            "a",
            "Z",
            "0",
            "/",
            "\\",
            "\"",
            "\b",
            "\t",
            "\n",
            "\f",
            "\r",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u0080",
            "é",
            "e\u0301",
            "ÿ",
            "Ā",
            "߿",
            "ࠀ",
            "中",
            "\u2028",
            "\u2029",
            "\ud7ff",
            "\ue000",
            "\ufb33",
            "\ufeff",
            "\uffff",
            "😀",
            "\ud800\udc00",
            "\udbff\udfff",
            "<script>",
            "null");

    @Test
    void random_trees_are_written_as_another_implementation_of_rfc_8785_writes_them() throws IOException {
        var random = new SplittableRandom(8785);
        for (int tree = 0; tree < TREES; tree++) {
            Object value = object(random, 4);
            byte[] ours = written(value);
            byte[] theirs = new JsonCanonicalizer(plain(value, random)).getEncodedUTF8();
            assertThat(new String(ours, StandardCharsets.UTF_8))
                    .as("tree %d", tree)
                    .isEqualTo(new String(theirs, StandardCharsets.UTF_8));
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @Test
    void every_character_of_the_basic_plane_is_written_as_the_other_implementation_writes_it() throws IOException {
        for (int c = 0; c <= 0xFFFF; c++) {
            if (!Character.isSurrogate((char) c)) {
                Object value = new TreeMap<>(Map.of("c", String.valueOf((char) c)));
                byte[] theirs = new JsonCanonicalizer(plain(value, new SplittableRandom(c))).getEncodedUTF8();
                assertThat(written(value)).as("U+%04X", c).isEqualTo(theirs);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\ud83d", "\ud83da", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void a_lone_surrogate_is_refused(String text) {
        assertThatThrownBy(() -> new CanonicalWriter().string(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @ParameterizedTest
    @ValueSource(longs = {LARGEST + 1, -LARGEST - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void an_integer_of_2_to_the_53_or_more_is_refused(long value) {
        assertThatThrownBy(() -> new CanonicalWriter().integer(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2^53");
    }

    @Test
    void integers_are_written_in_full() {
        List<Long> values = new ArrayList<>(List.of(0L, LARGEST, -LARGEST));
        for (long tens = 1; tens < LARGEST; tens *= 10) {
            values.addAll(List.of(tens, tens - 1, -tens, 1 - tens));
        }
        for (long value : values) {
            var out = new CanonicalWriter();
            out.integer(value);
            assertThat(new String(out.toByteArray(), StandardCharsets.US_ASCII)).isEqualTo(Long.toString(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", ""})
    void names_that_do_not_ascend_are_refused(String second) {
        var out = new CanonicalWriter();
        out.beginObject();
        out.name("a");
        out.integer(1);
        assertThatThrownBy(() -> out.name(second)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_longer_than_the_buffer_is_written_whole() {
        String text = "0123456789".repeat(10_000) + "\n中".repeat(10_000);
        var out = new CanonicalWriter();
        out.string(text);
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\"" + text.replace("\n", "\\n") + "\"");
    }

    private static Map<String, Object> object(SplittableRandom random, int depth) {
        Map<String, Object> members = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(text(random), value(random, depth - 1));
        }
        return members;
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextLong(-LARGEST, LARGEST + 1) >> random.nextInt(53);
            case 1 -> random.nextBoolean();
            case 2, 3 -> text(random);
            case 4 -> object(random, depth);
            default -> {
                List<Object> elements = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    elements.add(value(random, depth - 1));
                }
                yield elements;
            }
        };
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
                text.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 ? 'x' : codePoint);
            } else {
                text.append(ODD.get(random.nextInt(ODD.size())));
            }
        }
        return text.toString();
    }

    private static byte[] written(Object value) {
        var out = new CanonicalWriter();
        write(value, out);
        return out.toByteArray();
    }

    private static void write(Object value, CanonicalWriter out) {
        switch (value) {
            case Map<?, ?> members -> {
                out.beginObject();
                members.forEach((name, member) -> {
                    out.name((String) name);
                    write(member, out);
                });
                out.endObject();
            }
            case List<?> elements -> {
                out.beginArray();
                elements.forEach(element -> write(element, out));
                out.endArray();
            }
            case String text -> out.string(text);
            case Long integer -> out.integer(integer);
            case Boolean bool -> out.bool(bool);
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    /// The same tree as JSON that is anything but canonical: white space, members in another order, every
    /// character escaped or not by chance.
    private static String plain(Object value, SplittableRandom random) {
        return switch (value) {
            case Map<?, ?> members -> {
                List<String> texts = new ArrayList<>();
                members.forEach((name, member) -> texts.add(
                        random.nextInt(texts.size() + 1), plain(name, random) + " : " + plain(member, random)));
                yield "{ " + String.join(" , ", texts) + "\n}";
            }
            case List<?> elements ->
                "[\t"
                        + String.join(
                                ",",
                                elements.stream().map(e -> plain(e, random)).toList()) + " ]";
            case String text -> escaped(text, random);
            default -> value.toString();
        };
    }

    private static String escaped(String text, SplittableRandom random) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || random.nextInt(3) == 0) {
                json.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
