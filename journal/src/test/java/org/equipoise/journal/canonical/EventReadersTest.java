package org.equipoise.journal.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.equipoise.journal.event.Actor;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.StudyEvent.StudyLocked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReadersTest {
    private static final String SUBMITTED = """
            {"actor":{"id":"n","role":"nurse"},"at":5,"body":{"changes":[{"item":"rash","value":"yes"}],\
            "encounter":"w2","entry":0,"form":"activity","participant":"S01-0007"},"command":"c","event":"FormSubmitted",\
            "protocol":1,"seq":9,"version":1}""";

    @Test
    void the_example_itself_is_read() {
        assertThat(EventCodec.read(bytes(SUBMITTED)).seq()).isEqualTo(9);
    }

    @ParameterizedTest(name = "{0} -> {1}: {3}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        "seq":9                 ; "seq":"9"                    ; /seq                    ; an integer expected
        "seq":9                 ; "seq":9007199254740992       ; ``                      ; not canonical
        "seq":9                 ; "seq":9.0                    ; /seq                    ; VALUE_NUMBER_FLOAT
        "seq":9                 ; "seq":09                     ; ``                      ; not JSON
        "seq":9                 ; "seq":-0                     ; ``                      ; not canonical
        "seq":9                 ; "seq": 9                     ; ``                      ; not canonical
        "seq":9,                ; ``                           ; ``                      ; 'seq' is missing
        "seq":9                 ; "seq":9,"seq":9              ; ``                      ; not JSON: Duplicate
        "seq":9                 ; "seq":9,"series":1           ; /series                 ; no member of this name
        "seq":9                 ; "seq":null                   ; /seq                    ; VALUE_NULL
        "protocol":1            ; "protocol":2147483648        ; /protocol               ; too large
        "version":1             ; "version":2                  ; /event                  ; FormSubmitted version 2 is unknown
        "FormSubmitted"         ; "FormErased"                 ; /event                  ; FormErased version 1 is unknown
        "form":"activity",      ; ``                           ; /body                   ; 'form' is missing
        "form":"activity"       ; "form":7                     ; /body/form              ; a string expected
        "form":"activity"       ; "form":"a\\u0063tivity"      ; ``                      ; not canonical
        "form":"activity"       ; "form":"activity","game":1   ; /body/game              ; no member of this name
        "item":"rash",          ; ``                           ; /body/changes/0         ; 'item' is missing
        "item":"rash"           ; "item":["rash"]              ; /body/changes/0/item    ; a string expected
        "value":"yes"           ; "value":true                 ; /body/changes/0/value   ; a string expected
        "value":"yes"           ; "value":"yes","value":"no"   ; ``                      ; not JSON: Duplicate
        [{"item":"rash","value":"yes"}] ; {}                   ; /body/changes           ; an array expected
        [{"item":"rash","value":"yes"}] ; ["rash"]             ; /body/changes/0         ; an object expected
        {"id":"n","role":"nurse"} ; {"id":"n"}                 ; /actor                  ; 'role' is missing
        {"id":"n","role":"nurse"} ; "n"                        ; /actor                  ; an object expected
        {"actor"                ; {"a":1,"actor"               ; /a                      ; no member of this name
        "command"               ; "zommand"                    ; ``                      ; not canonical: member
        "version":1}            ; "version":1}{}               ; ``                      ; more follows
        "version":1}            ; "version":1                  ; ``                      ; not JSON
        """)
    void anything_else_is_refused_with_its_place(String was, String is, String where, String why) {
        assertThat(SUBMITTED).contains(was);
        assertThatThrownBy(() -> EventCodec.read(bytes(SUBMITTED.replace(was, is))))
                .isInstanceOfSatisfying(UnreadableEvent.class, e -> {
                    assertThat(e.why()).contains(why);
                    assertThat(e.where()).isEqualTo(where);
                    assertThat(e).hasMessage(where.isEmpty() ? e.why() : where + ": " + e.why());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "null", "\"event\"", "{", "\ufeff{}", "{}", "\u0000{\u0000}"})
    void what_is_no_event_at_all_is_refused(String text) {
        assertThatThrownBy(() -> EventCodec.read(bytes(text))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        for (String hex : List.of("ff", "c080", "eda080", "eda0bdedb880", "f4908080", "e280")) {
            String latin = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
            byte[] bytes = SUBMITTED.replace("rash", latin).getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> EventCodec.read(bytes)).as(hex).isInstanceOf(UnreadableEvent.class);
        }
    }

    @Test
    void a_deeply_nested_body_is_refused() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> EventCodec.read(bytes(SUBMITTED.replace("\"yes\"", deep))))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void hostile_bytes_end_in_a_refusal_and_nothing_else() {
        var random = new SplittableRandom(11);
        int refused = 0;
        for (JournalledEvent event : ExampleEvents.all().values()) {
            byte[] written = EventCodec.write(event);
            for (int i = 0; i < 100; i++) {
                byte[] changed = written.clone();
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                refused += refused(changed) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    /// What is not refused must be canonical: it is written again as the same bytes.
    private static boolean refused(byte[] bytes) {
        try {
            assertThat(EventCodec.write(EventCodec.read(bytes))).isEqualTo(bytes);
            return false;
        } catch (UnreadableEvent e) {
            return true;
        }
    }

    record StudyClosed(String why, int year) {}

    @Test
    void an_event_of_a_version_left_behind_is_read_as_the_event_of_today() {
        var closed = new RecordShape(StudyClosed.class);
        EventReader reader = body -> {
            var old = (StudyClosed) closed.read(body);
            return new StudyLocked(old.why() + " in " + old.year());
        };
        var readers =
                new EventReaders(EventCatalogue.shapes().values(), Map.of(new EventVersion("StudyClosed", 3), reader));
        byte[] old = bytes("""
                {"actor":{"id":"n","role":"nurse"},"at":5,"body":{"why":"done","year":2016},"command":"c",\
                "event":"StudyClosed","protocol":1,"seq":9,"version":3}""");
        assertThat(readers.read(old))
                .isEqualTo(new JournalledEvent(9, 5, new Actor("n", "nurse"), "c", 1, new StudyLocked("done in 2016")));
        assertThatThrownBy(() -> EventCodec.read(old)).hasMessageContaining("StudyClosed version 3 is unknown");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
