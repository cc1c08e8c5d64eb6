package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;

/// Estimated filtration against `reference/estimated-filtration`, to the last decimal.
class FiltrationTest {

    @Test
    void both_equations_print_what_fifty_digits_round_to() throws IOException {
        Path file = Path.of(System.getProperty("equipoise.root"), "reference/estimated-filtration/expected.csv");
        assertThat(Files.readAllLines(file).stream().skip(1))
                .hasSizeGreaterThan(200)
                .allSatisfy(FiltrationTest::isAsExpected);
    }

    private static void isAsExpected(String row) {
        String[] cells = row.split(",");
        Map<String, Answer> person =
                Map.of("creatinine", number(cells[0]), "age", number(cells[1]), "sex", code(cells[2]));

        assertThat(score("ckd-epi-2021", person)).hasToString(cells[3]);
        assertThat(score("mdrd-4", with(person, "no"))).hasToString(cells[4]);
        assertThat(score("mdrd-4", with(person, "yes"))).hasToString(cells[5]);
    }

    private static Answer score(String instrument, Map<String, Answer> answers) {
        return ((VisitScore) Instruments.find(instrument, "1")
                        .flatMap(Instrument::onlyScore)
                        .orElseThrow())
                .score(answers::get);
    }

    private static Map<String, Answer> with(Map<String, Answer> person, String black) {
        return Map.of(
                "creatinine", person.get("creatinine"),
                "age", person.get("age"),
                "sex", person.get("sex"),
                "black", code(black));
    }

    private static Answer number(String text) {
        return new Answer.Known(new Value.Amount(new BigDecimal(text)));
    }

    private static Answer code(String text) {
        return new Answer.Known(new Value.Code(text));
    }
}
