package org.equipoise.language.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.language.value.Truth.FALSE;
import static org.equipoise.language.value.Truth.TRUE;
import static org.equipoise.language.value.Truth.UNKNOWN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.ItemType;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final ItemType YES_NO = new ItemType.Code(List.of("yes", "no"));
    private static final Vocabulary VOCABULARY = new Vocabulary(Map.of(
            name("labs.platelets"),
            number("10*9/L"),
            name("labs.protein"),
            number("g/d"),
            name("labs.titre"),
            number("1"),
            name("activity.score"),
            number("{score}"),
            name("activity.rash"),
            YES_NO,
            name("activity.ulcers"),
            YES_NO,
            name("activity.fever"),
            YES_NO,
            name("visit.consent"),
            new ItemType.Day(),
            name("visit.onset"),
            new ItemType.Day()));

    @ParameterizedTest(name = "{0}, given {1}, is {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        labs.platelets < '100 10*9/L'                            ; labs.platelets=99          ; TRUE
        labs.platelets < '100 10*9/L'                            ; labs.platelets=100         ; FALSE
        labs.platelets < '100 10*9/L'                            ;                            ; UNKNOWN
        labs.protein > '500 mg/d'                                ; labs.protein=0.51          ; TRUE
        labs.protein > '500 mg/d'                                ; labs.protein=<0.15         ; FALSE
        labs.protein > '0.1 g/d'                                 ; labs.protein=<0.15         ; UNKNOWN
        activity.score >= 8                                      ; activity.score=>=8         ; TRUE
        activity.score >= 8                                      ; activity.score=>7          ; UNKNOWN
        labs.titre - 0.9 < 0.3                                   ; labs.titre=1.2             ; FALSE
        labs.titre - 0.9 == 0.3                                  ; labs.titre=1.2             ; TRUE
        activity.rash == 'yes' && activity.fever == 'yes'        ; activity.rash=no           ; FALSE
        activity.rash == 'yes' || activity.fever == 'yes'        ; activity.rash=no           ; UNKNOWN
        activity.rash in ['yes'] || activity.fever == 'yes'      ; activity.rash=yes          ; TRUE
        !(activity.rash == 'yes')                                ;                            ; UNKNOWN
        visit.onset < visit.consent                              ; visit.onset=2014 visit.consent=2015-06-30 ; TRUE
        visit.onset < visit.consent                              ; visit.onset=2015 visit.consent=2015-06-30 ; UNKNOWN
        visit.consent - visit.onset >= '8 wk'                    ; visit.onset=2015-05-05 visit.consent=2015-06-30 ; TRUE
        visit.onset + '56 d' < visit.consent                     ; visit.onset=2015-05-05 visit.consent=2015-06-30 ; FALSE
        visit.consent >= '2015-06'                               ; visit.consent=2015-06-15   ; UNKNOWN
        """)
    void conditions_follow_three_valued_logic(String text, String given, Truth expected) {
        assertThat(judge(text, given).truth()).isEqualTo(expected);
    }

    @Test
    void at_least_two_with_one_true_and_two_unknown_is_unknown_and_names_what_would_settle_it() {
        Judgement judgement = judge(
                "atLeast(2, activity.rash == 'yes', activity.ulcers == 'yes', activity.fever == 'yes')",
                "activity.rash=yes");

        assertThat(judgement.truth()).isEqualTo(UNKNOWN);
        assertThat(judgement.settledBy()).containsExactly(name("activity.fever"), name("activity.ulcers"));
    }

    @Test
    void at_least_two_stops_waiting_when_two_hold() {
        Judgement judgement = judge(
                "atLeast(2, activity.rash == 'yes', activity.ulcers == 'yes', activity.fever == 'yes')",
                "activity.rash=yes activity.fever=yes");

        assertThat(judgement.truth()).isEqualTo(TRUE);
        assertThat(judgement.settledBy()).isEmpty();
    }

    @Test
    void a_bounded_score_that_already_reaches_eight_is_enough() {
        Map<ItemName, Answer> answers = Map.of(
                name("activity.score"),
                new Answer.Bounded(
                        new Span(java.math.BigDecimal.valueOf(8), false, java.math.BigDecimal.valueOf(12), false)));

        assertThat(condition("activity.score >= 8").judge(answers::get).truth()).isEqualTo(TRUE);
        assertThat(condition("activity.score < 8").judge(answers::get).truth()).isEqualTo(FALSE);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        labs.plateletts < 5              | 5  | no form defines the item labs.plateletts     | did you mean labs.platelets?
        labs.platelets < 100             | 18 | the number has no unit, but it is compared in 10*9/L | write it as '5 10*9/L'
        labs.protein > '0.5 g/L'         | 16 | unit mismatch: g/L does not convert exactly into g/d | write the quantity in g/d
        labs.protein > '0.5 gramme'      | 16 | 'gramme' is not a UCUM unit                  | write the quantity in g/d
        activity.rash == 'maybe'         | 18 | 'maybe' is not a code of activity.rash       | use one of: yes, no
        activity.rash > 'no'             | 15 | activity.rash is a code and has no order     | compare codes with == or != or in
        visit.consent > '2015-02-30'     | 17 | '2015-02-30' is not a date that exists       | write it as '2015-06-30', '2015-06' or '2015'
        visit.consent > 5                | 17 | a date and a number are compared             | compare a date with a date
        labs.titre                       | 5  | this is a value, not a condition             | compare it with something
        atLeast(3, activity.rash == 'yes') | 8 | atLeast(3, …) over 1 conditions decides nothing | ask for a number between 1 and 1
        """)
    void faults_say_where_what_and_what_to_do(String text, int column, String what, String fix) {
        assertThat(new ConditionReader(VOCABULARY).read(text))
                .isEqualTo(new ConditionReader.Reading.Faulty(List.of(new ExpressionFault(1, column, what, fix))));
    }

    @Test
    void a_text_that_is_not_an_expression_is_a_fault_with_its_place() {
        ConditionReader.Reading reading = new ConditionReader(VOCABULARY).read("activity.score >=\n  && 3");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        ConditionReader.Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .first()
                                .extracting(ExpressionFault::line, ExpressionFault::column)
                                .containsExactly(2, 3));
    }

    @Test
    void a_condition_names_the_items_it_reads() {
        assertThat(condition("activity.rash == 'yes' || labs.protein > '0.5 g/d'")
                        .items())
                .containsExactly(name("activity.rash"), name("labs.protein"));
    }

    private static Judgement judge(String text, String given) {
        Map<ItemName, Answer> answers = new HashMap<>();
        if (given != null) {
            for (String pair : given.split(" ")) {
                ItemName item = name(pair.substring(0, pair.indexOf('=')));
                String entered = pair.substring(pair.indexOf('=') + 1);
                answers.put(item, VOCABULARY.types().get(item).read(entered).orElseThrow());
            }
        }
        return condition(text).judge(item -> answers.getOrDefault(item, new Answer.Unknown("not recorded")));
    }

    private static Condition condition(String text) {
        return switch (new ConditionReader(VOCABULARY).read(text)) {
            case ConditionReader.Reading.Read(var condition) -> condition;
            case ConditionReader.Reading.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static ItemName name(String text) {
        return new ItemName(text.substring(0, text.indexOf('.')), text.substring(text.indexOf('.') + 1));
    }

    private static ItemType number(String unit) {
        return new ItemType.Amount(new Unit(unit), Span.EVERYTHING);
    }
}
