package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTest {
    private static final long OFFSET = 1000;

    private static CanonicalReader over(byte[] bytes) {
        CanonicalReader json = new CanonicalReader();
        json.over(bytes, 0, bytes.length, OFFSET);
        return json;
    }

    private static void read(byte[] bytes) throws Fault {
        CanonicalReader json = over(bytes);
        json.object(1);
        json.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"\":\"\"}",
                "{\"a\":[],\"aa\":{},\"b\":[true,false,\"x\",[0]]}",
                "{\"a\":0,\"b\":-1,\"c\":9007199254740991,\"d\":-9007199254740991,\"e\":10}",
                "{\"a\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u000b\\u001f/\u007F\u0080é€😀\"}",
                // The example of RFC 8785, section 3.2.3, whose names sort otherwise as bytes.
                "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"ö\":0,\"€\":0,\"😀\":0,\"\uFB33\":0}",
                "{\"\\b\":0,\"\\t\":0,\"\\n\":0,\" \":0,\"\\\"\":0,\"A\":0,\"\\\\\":0,\"a\":0}",
                "{\"\\u0001\":0,\"\\u001f\":0}"
            })
    void canonical_text_is_read_to_its_end(String text) throws Fault {
        CanonicalReader json = over(TestArchive.utf8(text));
        json.object(1);
        json.end();
        assertThat(json.at()).isEqualTo(TestArchive.utf8(text).length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":null}                | 1005 | absent member",
                "{\"a\":[null]}              | 1006 | absent member",
                "{\"a\": 1}                  | 1005 | White space",
                "{ \"a\":1}                  | 1001 | Expected `\"`",
                "{\"a\" :1}                  | 1004 | Expected `:`",
                "{\"a\":1 }                  | 1006 | Expected `,`",
                "{\"a\":1}x                  | 1007 | Nothing may follow",
                "{\"a\":1,}                  | 1007 | Expected `\"`",
                "{\"a\":[1,]}                | 1008 | Expected a value",
                "{\"a\":01}                  | 1005 | leading zero",
                "{\"a\":-0}                  | 1005 | zero has no sign",
                "{\"a\":+1}                  | 1005 | Expected a value",
                "{\"a\":-}                   | 1005 | Expected an integer",
                "{\"a\":1.0}                 | 1005 | fraction",
                "{\"a\":1e3}                 | 1005 | exponent",
                "{\"a\":9007199254740992}    | 1005 | 2^53",
                "{\"a\":-9007199254740992}   | 1005 | 2^53",
                "{\"a\":99999999999999999999999999} | 1005 | 2^53",
                "{\"b\":1,\"a\":1}           | 1007 | not in order",
                "{\"a\":1,\"a\":1}           | 1007 | twice",
                "{\"é\":1,\"é\":1}           | 1008 | twice",
                "{\"aa\":1,\"a\":1}          | 1008 | not in order",
                "{\"\uFB33\":1,\"😀\":1}     | 1009 | not in order",
                "{\" \":1,\"\\r\":1}         | 1007 | not in order",
                "{\"a\":\"\\u0041\"}         | 1006 | shortest",
                "{\"a\":\"\\u000a\"}         | 1006 | shortest",
                "{\"a\":\"\\u001F\"}         | 1006 | shortest",
                "{\"a\":\"\\ud83d\\ude00\"}  | 1006 | shortest",
                "{\"a\":\"\\/\"}             | 1006 | shortest",
                "{\"a\":\"\\                 | 1006 | shortest",
                "{\"a\":\"\t\"}              | 1006 | control character",
                "{\"a\":\"b                  | 1007 | does not end",
                "{\"a\":tru}                 | 1005 | Expected `true`",
                "{\"a\":True}                | 1005 | Expected a value",
                "{\"a\"}                     | 1004 | Expected `:`",
                "{\"a\":                     | 1005 | Expected a value",
                "{1:1}                       | 1001 | Expected `\"`",
                "[]                          | 1000 | Expected `{`",
            })
    void anything_else_is_refused_with_its_place(String text, long offset, String sentence) {
        assertThatThrownBy(() -> read(TestArchive.utf8(text)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("(byte " + offset + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0af",
                "c1bf",
                "c3",
                "c328",
                "e08080",
                "e09fbf",
                "e282",
                "e28228",
                "eda080",
                "edbfbf",
                "f0808080",
                "f08fbfbf",
                "f09f98",
                "f09f9828",
                "f4908080",
                "f5808080",
                "ff",
                "fe"
            })
    void bytes_that_are_not_utf_8_are_refused(String sequence) {
        byte[] text = HexFormat.of().parseHex("7b2261223a22" + sequence + "227d");
        assertThatThrownBy(() -> read(text)).isInstanceOf(Fault.class).hasMessageContaining("not UTF-8. (byte 1006)");
    }

    @Test
    void values_may_be_nested_sixty_four_deep_and_no_deeper() throws Fault {
        CanonicalReader deep = over(TestArchive.utf8("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}"));
        deep.object(1);
        deep.end();
        assertThat(deep.at()).isEqualTo(132);
        assertThatThrownBy(() -> read(TestArchive.utf8("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("nested more than 64 deep");
        assertThatThrownBy(() -> read(TestArchive.utf8("{\"a\":".repeat(500_000))))
                .isInstanceOf(Fault.class);
    }

    @Test
    void a_text_is_given_with_its_escapes_resolved() throws Fault {
        CanonicalReader json = over(TestArchive.utf8("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001fé😀\""));
        json.string();
        assertThat(json.text()).isEqualTo("\"\\\b\f\n\r\t\0\u001Fé😀");
    }
}
