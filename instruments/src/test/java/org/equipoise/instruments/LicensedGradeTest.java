package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Grades whose rules we may not ship.
class LicensedGradeTest {
    private static final List<Input> ITEMS =
            List.of(new Input.Code("item_1", List.of("0", "4"), Optional.empty(), "Item 1 of the form."));

    @ParameterizedTest(name = "{0} asked for {1} is {2}")
    @CsvSource(delimiter = ';', textBlock = """
        4 ; skin  ; A
        0 ; skin  ; E
        9 ; skin  ; unknown (the licensed scorer cannot grade these answers)
        4 ; silly ; unknown (the licensed scorer gave 'Z', which is no grade)
        """)
    void an_installed_scorer_grades_the_items(String code, String grade, String expected) {
        LicensedGrade graded = new LicensedGrade("worst-sign", grade, List.of("A", "E"), ITEMS);

        assertThat(graded.score(_ -> new Answer.Known(new Value.Code(code)))).hasToString(expected);
        assertThat(graded.installed()).map(LicensedScorer::version).hasValue("7");
    }

    @Test
    void without_a_scorer_the_answer_is_unknown_and_says_so() {
        assertThat(Instruments.find("bilag-2004", "1").orElseThrow().scores().values())
                .hasSize(9)
                .allSatisfy(score -> assertThat(
                                ((LicensedGrade) score).score(_ -> new Answer.Known(new Value.Code("4"))))
                        .isEqualTo(new Answer.Unknown("no licensed scorer is installed")));
    }

    @Test
    void what_ships_of_it_is_numbers_of_items_and_no_words() {
        List<Input> inputs = Instruments.find("bilag-2004", "1").orElseThrow().scores().values().stream()
                .flatMap(score -> score.inputs().stream())
                .toList();

        assertThat(inputs.stream().map(Input::key).filter(key -> key.matches("item_\\d+")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 97)
                        .mapToObj(number -> "item_" + number)
                        .toList());
        assertThat(inputs)
                .extracting(Input::definition)
                .allMatch(Pattern.compile("Item \\d+ (of the form|before)\\.|Ever active before\\.")
                        .asMatchPredicate());
    }
}
