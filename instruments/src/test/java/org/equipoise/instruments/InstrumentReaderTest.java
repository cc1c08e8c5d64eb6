package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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
            scoring:
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
            scoring:
              kind: weighted-sum
              items:
                - {key: ache, weight: 2, system: body, definition: it aches, certainty: proposed}
                - {key: cramp, weight: 3, system: body, definition: it cramps, certainty: proposed}
            """;

    @Test
    void a_limit_is_the_decimal_that_is_written() {
        assertThat(InstrumentReader.read("pain/1", YAML).scoring())
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
        new-at-most: {A: 0}         ; new-at-most: {F: 0}        ; its scale does not have
        key: rescue                 ; key: limb                  ; 'limb' is declared twice
        id: F                       ; id: P                      ; 'P' is declared twice
        """)
    void a_fault_in_the_file_is_refused_in_words(String written, String instead, String said) {
        String faulty = YAML.replaceFirst(Pattern.quote(written), instead);

        assertThat(faulty).isNotEqualTo(YAML);
        assertThatThrownBy(() -> InstrumentReader.read("pain/1", faulty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("instrument pain/1 cannot be read")
                .hasMessageContaining(said);
    }

    @ParameterizedTest(name = "{0} written as {1} is refused")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        weight: 2    ; weight: 0                ; at least 1
        weight: 2    ; weight: -2               ; at least 1
        weight: 2    ; weight: 2.5              ; weight
        weight: 2    ; weight: two              ; weight
        weight: 2    ; weight: 2, points: 2     ; points
        key: cramp   ; key: ache                ; 'ache' is declared twice
        """)
    void a_fault_in_a_sum_is_refused_in_words(String written, String instead, String said) {
        String faulty = SUM.replaceFirst(written, instead);

        assertThat(InstrumentReader.read("pain/1", SUM).inputs()).hasSize(2);
        assertThatThrownBy(() -> InstrumentReader.read("pain/1", faulty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }
}
