package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentReaderTest {
    private static final String YAML = """
            id: pain
            version: "1"
            title: Pain relief
            license: free
            sources: [{citation: none, certainty: proposed}]
            conventions: [{key: scale, taken: 0 to 10, certainty: proposed}]
            undecided: []
            scores:
              relief:
                kind: composite-response
                inputs:
                  - {key: pain, kind: number, unit: "{score}", from: 0, to: 10, definition: pain now}
                  - {key: limb, kind: code, codes: [A, B, C], definition: grade of the limb}
                  - {key: rescue, kind: code, codes: ["yes", "no"], definition: rescue taken}
                components:
                  - {id: P, kind: rises-by-less-than, title: no worse, certainty: proposed, input: pain, limit: 0.3}
                  - {id: F, kind: falls-by-at-least, title: better, certainty: proposed, input: pain, fall: 1}
                  - {id: G, kind: no-new-grade, title: no new A, certainty: proposed, inputs: [limb], scale: [A, B, C], new-at-most: {A: 0}}
                  - {id: R, kind: is, title: no rescue, certainty: proposed, input: rescue, code: "no"}
            """;
    private static final String SUM = """
            id: pain
            version: "1"
            title: Pain
            license: free
            sources: []
            conventions: []
            undecided: []
            scores:
              total:
                kind: weighted-sum
                answers: {"yes": 1, "no": 0}
                open-answers: [perhaps]
                items:
                  - {key: ache, weight: 2, system: body, definition: it aches, certainty: proposed}
                  - key: cramp
                    weight: 3
                    system: body
                    definition: it cramps
                    certainty: proposed
                    proposed:
                      - reads: [{key: magnesium, unit: mmol/L, from: 0, to: 9, definition: it}]
                        when: measured.magnesium < '0.7 mmol/L'
            """;

    @Test
    void a_limit_is_the_decimal_that_is_written() {
        assertThat(InstrumentReader.read("pain/1", _ -> YAML).scores().get("relief"))
                .isInstanceOfSatisfying(
                        CompositeResponse.class,
                        composite -> assertThat(composite.components())
                                .first()
                                .isEqualTo(new Component.RisesByLessThan(
                                        "P", "no worse", Certainty.PROPOSED, "pain", new BigDecimal("0.3"))));
    }

    @ParameterizedTest(name = "{0} written as {1} is refused")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        title: Pain relief          ; titel: Pain relief         ; 'title'
        license: free               ; title: Relief of pain      ; title
        license: free               ; licence: free              ; 'license'
        citation: none              ; citation: none, year: 1999 ; year
        license: free               ; license:                   ; license
        version: "1"                ; version: [1]               ; version
        certainty: proposed         ; certainty: guessed         ; guessed
        kind: composite-response    ; kind: composite            ; weighted-sum
        kind: number                ; kind: amount               ; amount
        kind: number,               ; ``                         ; 'kind' is null
        {key: rescue, kind: code, codes: ["yes", "no"], definition: rescue taken} ; rescue ; expected properties
        kind: is                    ; kind: is, sort: any        ; sort
        limit: 0.3                  ; fall: 0.3                  ; 'limit'
        input: pain, limit          ; input: limb, limit         ; reads 'limb'
        input: pain, fall           ; input: limb, fall          ; reads 'limb'
        input: rescue               ; input: rescued             ; reads 'rescued'
        code: "no"                  ; code: never                ; reads 'rescue'
        scale: [A, B, C]            ; scale: [A, B]              ; reads 'limb'
        inputs: [limb]              ; inputs: [pain]             ; reads 'pain'
        inputs: [limb]              ; inputs: [limb, limb]       ; 'limb' is declared twice
        scale: [A, B, C]            ; scale: [A, A, B]           ; 'A' is declared twice
        from: 0, to: 10             ; from: 1, to: 10            ; component F reads 'pain'
        new-at-most: {A: 0}         ; new-at-most: {F: 0}        ; its scale does not have
        key: rescue                 ; key: limb                  ; 'limb' is declared twice
        id: F                       ; id: P                      ; 'P' is declared twice
        """)
    void a_fault_in_the_file_is_refused_in_words(String written, String instead, String said) {
        String faulty = YAML.replaceFirst(Pattern.quote(written), instead);

        assertThat(faulty).isNotEqualTo(YAML);
        assertThatThrownBy(() -> InstrumentReader.read("pain/1", _ -> faulty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("instrument pain/1 cannot be read")
                .hasMessageContaining(said);
    }

    @Test
    void a_variant_says_only_what_differs() {
        String variant = """
                id: ache
                version: "1"
                variant-of: pain/1
                title: Ache
                scores:
                  total:
                    items:
                      - {key: ache, weight: 5}
                      - {key: cramp, omit: true}
                      - {key: itch, weight: 1, system: skin, definition: it itches, certainty: proposed}
                """;

        Instrument read = InstrumentReader.read("ache/1", Map.of("ache/1", variant, "pain/1", SUM)::get);

        assertThat(read.id()).isEqualTo("ache");
        assertThat(read.license()).isEqualTo("free");
        assertThat(read.variantOf()).hasValue("pain/1");
        assertThat(read.onlyScore())
                .get()
                .isInstanceOfSatisfying(
                        WeightedSum.class,
                        sum -> assertThat(sum.items())
                                .extracting(
                                        WeightedSum.Item::key, WeightedSum.Item::weight, WeightedSum.Item::definition)
                                .containsExactly(tuple("ache", 5, "it aches"), tuple("itch", 1, "it itches")));
    }

    @Test
    void a_variant_cannot_drop_what_is_not_there() {
        String variant = """
                id: ache
                variant-of: pain/1
                scores: {total: {items: [{key: itch, omit: true}]}}
                """;

        assertThatThrownBy(() -> InstrumentReader.read("ache/1", Map.of("ache/1", variant, "pain/1", SUM)::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no 'itch' to drop");
    }

    @ParameterizedTest(name = "{0} written as {1} is refused")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        weight: 2    ; weight: 0                ; at least 1
        weight: 2    ; weight: -2               ; at least 1
        weight: 2    ; weight: 2.5              ; weight
        weight: 2    ; weight: two              ; weight
        weight: 2    ; weight: 2, points: 2     ; points
        key: cramp   ; key: ache                ; 'ache' is declared twice
        perhaps      ; "yes"                    ; 'yes' is declared twice
        reads:       ; reads: [], read:         ; read
        measured.magnesium ; measured.zinc      ; no form defines the item measured.zinc
        '0.7 mmol/L' ; '0.7 g/L'                ; unit mismatch
        '0.7 mmol/L' ; 0.7                      ; the number has no unit
        to: 9,       ; `to: 9, also: {amount: 3, unit: g/L, is: 1},` ; thresholds need an exact conversion
        to: 9,       ; `to: 9, also: {amount: 0, unit: g/L, is: 1},` ; amounts above 0
        total:       ; ``                       ; cannot be read
        """)
    void a_fault_in_a_sum_is_refused_in_words(String written, String instead, String said) {
        String faulty = SUM.replaceFirst(Pattern.quote(written), instead);

        assertThat(InstrumentReader.read("pain/1", _ -> SUM).scores()).containsOnlyKeys("total");
        assertThatThrownBy(() -> InstrumentReader.read("pain/1", _ -> faulty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }
}
