package org.equipoise.journal.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.equipoise.language.identity.ArmCode;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.KitNumber;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.language.identity.Signature;
import org.equipoise.language.value.PartialDate;
import org.equipoise.language.value.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    record Everything(
            String text,
            int count,
            long many,
            boolean flag,
            LocalDate day,
            PartialDate onset,
            Truth truth,
            ParticipantId participant,
            ArmCode arm,
            KitNumber kit,
            Digest digest,
            Sealed sealed,
            Confidential confidential,
            Signature signature,
            Inner inner,
            List<Inner> inners,
            List<String> words,
            List<KitNumber> kits,
            @Nullable LocalDate perhaps) {}

    record Inner(@Nullable String z, int a) {}

    record Day(LocalDate day) {}

    record Partial(PartialDate onset) {}

    record Bound(Digest hash) {}

    record Measured(BigDecimal value) {}

    record Unordered(Set<String> words) {}

    record Nested(ItemName item) {}

    private static final Everything EVERYTHING = new Everything(
            "text",
            Integer.MIN_VALUE,
            (1L << 53) - 1,
            true,
            LocalDate.of(1, 2, 3),
            PartialDate.read("2015-06").orElseThrow(),
            Truth.UNKNOWN,
            new ParticipantId("p"),
            new ArmCode("a"),
            new KitNumber("k"),
            new Digest("ab".repeat(32)),
            new Sealed(""),
            new Confidential("0f"),
            new Signature("cd".repeat(64)),
            new Inner(null, 1),
            List.of(new Inner("z", -2), new Inner(null, 0)),
            List.of("b", "a"),
            List.of(new KitNumber("1")),
            null);

    @Test
    void every_kind_of_component_is_written_and_read_back() {
        var record = new CanonicalRecord<>(Everything.class);
        byte[] written = record.write(EVERYTHING);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("""
                {"arm":"a","confidential":"0f","count":-2147483648,"day":"0001-02-03","digest":"%s","flag":true,"inner":{"a":1},\
                "inners":[{"a":-2,"z":"z"},{"a":0}],"kit":"k","kits":["1"],"many":9007199254740991,\
                "onset":"2015-06","participant":"p","sealed":"","signature":"%s","text":"text","truth":"UNKNOWN",\
                "words":["b","a"]}""".formatted("ab".repeat(32), "cd".repeat(64)));
        assertThat(record.read(written)).isEqualTo(EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-02-29", "2015-2-01", "20150201", "+2015-02-1", "2015", "-015-02-01", ""})
    void a_date_that_is_none_is_refused(String day) {
        assertRefused(new CanonicalRecord<>(Day.class), "{\"day\":\"" + day + "\"}", "/day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2015-13", "15", "2015-02-29", "2015-", ""})
    void a_partial_date_that_is_none_is_refused(String onset) {
        assertRefused(new CanonicalRecord<>(Partial.class), "{\"onset\":\"" + onset + "\"}", "/onset");
    }

    @Test
    void bytes_are_read_in_lower_case_hexadecimal_only() {
        for (String hex : List.of("AB".repeat(32), "ab".repeat(31), "ab".repeat(31) + "a", "zz".repeat(32), "")) {
            assertRefused(new CanonicalRecord<>(Bound.class), "{\"hash\":\"" + hex + "\"}", "/hash");
            assertThatThrownBy(() -> new CanonicalRecord<>(Bound.class).write(new Bound(new Digest(hex))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_value_that_could_not_be_read_back_is_not_written() {
        var tenThousand = new Day(LocalDate.of(10_000, 1, 1));
        var before = new Day(LocalDate.of(-1, 1, 1));
        var crooked = new Partial(new PartialDate("2015", LocalDate.of(2015, 1, 1), LocalDate.of(2015, 1, 2)));
        assertThatThrownBy(() -> new CanonicalRecord<>(Day.class).write(tenThousand))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CanonicalRecord<>(Day.class).write(before))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CanonicalRecord<>(Partial.class).write(crooked))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_absent_value_that_must_be_there_is_not_written() {
        assertThatThrownBy(() -> new CanonicalRecord<>(Day.class).write(new Day(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Day without day");
    }

    @Test
    void a_word_that_is_none_of_its_kind_is_refused() {
        String json = new String(new CanonicalRecord<>(Everything.class).write(EVERYTHING), StandardCharsets.UTF_8);
        assertRefused(new CanonicalRecord<>(Everything.class), json.replace("UNKNOWN", "MAYBE"), "/truth");
        assertRefused(new CanonicalRecord<>(Everything.class), json.replace("true", "\"true\""), "/flag");
    }

    @ParameterizedTest
    @CsvSource({"BigDecimal", "Set"})
    void a_type_without_a_canonical_form_is_refused_when_its_shape_is_made(String type) {
        Class<? extends Record> record = type.equals("Set") ? Unordered.class : Measured.class;
        assertThatThrownBy(() -> new CanonicalRecord<>(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type);
    }

    @Test
    void a_name_of_two_parts_is_no_string() {
        assertThatThrownBy(() -> new CanonicalRecord<>(Nested.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ItemName");
    }

    private static void assertRefused(CanonicalRecord<?> record, String json, String where) {
        assertThatThrownBy(() -> record.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.where()).isEqualTo(where));
    }
}
