package org.equipoise.journal.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.equipoise.journal.confidence.TextReader.Reading;
import org.equipoise.journal.history.Citation;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalKeyTest {
    private static final ParticipantId ADA = new ParticipantId("S01-0001");
    private static final ParticipantId BEA = new ParticipantId("S01-0002");
    private static final TextPlace PLACE = TextPlace.of(new Citation(412, 3));
    private static final PersonalKey KEY = new PersonalKey(ADA, secret(1));

    /// Lines of key, participant, place, text, ciphertext; see reference/personal-text/case.md.
    static List<String> texts() throws IOException {
        return Files.readAllLines(
                Path.of(System.getProperty("equipoise.root"), "reference/personal-text/expected.csv"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void another_program_written_from_the_format_conceals_to_the_same_bytes(String line) {
        String[] fields = line.split(",", -1);
        HexFormat hex = HexFormat.of();
        PersonalKey key = new PersonalKey(new ParticipantId(fields[1]), hex.parseHex(fields[0]));
        int point = fields[2].indexOf('.');
        TextPlace place = new TextPlace(Long.parseLong(fields[2].substring(0, point)), fields[2].substring(point + 1));
        String text = new String(hex.parseHex(fields[3]), StandardCharsets.UTF_8);

        assertThat(key.conceal(place, text)).isEqualTo(new Confidential(fields[4]));
        assertThat(key.read(place, new Confidential(fields[4]))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fell on the stairs", "李 fell, \0 and 🛫", "\uFFFF"})
    void what_was_concealed_is_read_at_its_place(String text) {
        assertThat(KEY.read(PLACE, KEY.conceal(PLACE, text))).isEqualTo(text);
    }

    @Test
    void the_longest_text_fits_whatever_its_characters() {
        String longest = "🛫".repeat(PersonalKey.LONGEST);
        assertThat(KEY.read(PLACE, KEY.conceal(PLACE, longest))).isEqualTo(longest);
        assertThat(PersonalKey.hasRoomFor(longest + "a")).isFalse();
        assertThatThrownBy(() -> KEY.conceal(PLACE, longest + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_text_at_the_same_place_has_the_same_bytes_and_at_another_others() {
        Confidential concealed = KEY.conceal(PLACE, "fell");
        assertThat(new PersonalKey(ADA, secret(1)).conceal(PLACE, "fell")).isEqualTo(concealed);
        assertThat(KEY.conceal(new TextPlace(412, "reason"), "fell")).isNotEqualTo(concealed);
        assertThat(nonce(KEY.conceal(PLACE, "fall"))).isNotEqualTo(nonce(concealed));
    }

    @Test
    void a_length_is_told_in_steps() {
        assertThat(KEY.conceal(PLACE, "").bytes())
                .hasSameSizeAs(KEY.conceal(PLACE, "x".repeat(126)).bytes());
        assertThat(KEY.conceal(PLACE, "x".repeat(127)).bytes())
                .hasSize(KEY.conceal(PLACE, "").bytes().length + 128);
    }

    @Test
    void a_ciphertext_is_read_by_no_other_key_for_nobody_else_at_no_other_place_and_after_no_change() {
        Confidential concealed = KEY.conceal(PLACE, "fell");
        assertUnread(new PersonalKey(ADA, secret(2)), PLACE, concealed);
        assertUnread(new PersonalKey(BEA, secret(1)), PLACE, concealed);
        assertUnread(KEY, new TextPlace(413, "3"), concealed);
        for (int at = 0; at < concealed.bytes().length; at++) {
            byte[] changed = concealed.bytes();
            changed[at] ^= 1;
            assertUnread(KEY, PLACE, Confidential.of(changed));
        }
        assertUnread(KEY, PLACE, Confidential.of(Arrays.copyOf(concealed.bytes(), 20)));
    }

    @Test
    void a_reader_tells_withholds_or_says_that_the_person_is_erased() {
        PersonalKeys keys = new MemoryKeys(_ -> secret(1));
        keys.make(ADA);
        Confidential concealed = keys.find(ADA).orElseThrow().conceal(PLACE, "fell");
        TextReader reader = TextReader.with(keys);

        assertThat(reader.read(ADA, PLACE, concealed)).isEqualTo(new Reading.Told("fell"));
        assertThat(TextReader.WITHOUT_KEYS.read(ADA, PLACE, concealed)).isEqualTo(new Reading.Withheld());
        keys.erase(ADA);
        keys.erase(ADA);
        assertThat(reader.read(ADA, PLACE, concealed)).isEqualTo(new Reading.Erased());
    }

    @Test
    void whoever_was_erased_gets_no_key_again_and_a_key_that_is_there_stays() {
        byte[] next = {0};
        PersonalKeys keys = new MemoryKeys(_ -> secret(++next[0]));
        keys.make(ADA);
        Confidential concealed = keys.find(ADA).orElseThrow().conceal(PLACE, "fell");
        keys.make(ADA);
        assertThat(keys.find(ADA).orElseThrow().read(PLACE, concealed)).isEqualTo("fell");
        keys.erase(ADA);
        assertThatThrownBy(() -> keys.make(ADA)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertUnread(PersonalKey key, TextPlace place, Confidential concealed) {
        assertThatThrownBy(() -> key.read(place, concealed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] nonce(Confidential concealed) {
        return Arrays.copyOf(concealed.bytes(), 12);
    }

    private static byte[] secret(int fill) {
        byte[] secret = new byte[PersonalKey.SECRET];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }
}
