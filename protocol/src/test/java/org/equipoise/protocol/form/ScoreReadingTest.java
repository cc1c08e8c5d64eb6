package org.equipoise.protocol.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Value;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;

/// Scores of a form whose items are in other units than the instrument's, and that are one of several.
class ScoreReadingTest {
    private static final String FORM = """
            id: kidney
            title: {en: Kidney}
            items:
              - {id: age, label: {en: Age}, type: amount, unit: a, range: ['18', '99']}
              - {id: sex, label: {en: Sex}, type: code, codes: [female, male]}
              - {id: creatinine, label: {en: Creatinine}, type: amount, unit: umol/L, range: ['10', '2000']}
              - {id: before, label: {en: Creatinine before}, type: amount, unit: umol/L, range: ['10', '2000']}
              - {id: limit, label: {en: Upper limit}, type: amount, unit: mg/dL, range: ['0', '10']}
            scores:
              - {id: egfr, label: {en: Filtration}, instrument: ckd-epi-2021, version: 1}
              - id: grade
                label: {en: Grade}
                instrument: ctcae-5
                version: 1
                score: creatinine-high
                inputs: {value: creatinine, upper_limit: limit, baseline: before}
            """;
    private static final Map<String, Answer> ANSWERS = Map.of(
            "age", number("55"),
            "sex", new Answer.Known(new Value.Code("female")),
            "creatinine", number("79.56"),
            "before", number("50"),
            "limit", number("1.2"));

    @Test
    void an_item_in_another_unit_is_converted_for_the_instrument() throws IOException {
        assertThat(score("egfr")).hasToString("75.50");
    }

    @Test
    void an_item_may_stand_on_another_form() throws IOException {
        String resting = FORM.replace("- {id: age, ", "- {id: years, ")
                .replace("ckd-epi-2021, version: 1}", "ckd-epi-2021, version: 1, inputs: {age: entry.age}}");
        assertThat(score(read(resting), "egfr")).hasToString("75.50");
        assertThat(read(resting.replace("entry.age", "entry.agee")).findings())
                .extracting(Finding::message)
                .containsExactly("the instrument asks 'age', and there is no item entry.agee");
    }

    @Test
    void one_of_several_scores_is_chosen_by_its_name() throws IOException {
        assertThat(score("grade")).hasToString("2");
    }

    @Test
    void a_score_that_the_instrument_does_not_have_is_found() throws IOException {
        assertThat(read(FORM.replace("creatinine-high", "creatine-high")).findings())
                .extracting(Finding::id, Finding::message, Finding::fix)
                .containsExactly(tuple(
                        "unknown-score", "ctcae-5 has no score 'creatine-high'", "Did you mean creatinine-high?"));
    }

    @Test
    void where_an_instrument_has_several_scores_one_must_be_named() throws IOException {
        assertThat(read(FORM.replace("    score: creatinine-high\n", "")).findings())
                .extracting(Finding::id, Finding::message)
                .containsExactly(tuple("unknown-score", "ctcae-5 has several scores"));
    }

    @Test
    void a_unit_that_measures_something_else_is_found() throws IOException {
        assertThat(read(FORM.replace("unit: mg/dL", "unit: mg/d")).findings())
                .extracting(Finding::id)
                .containsExactly("unfit-input");
    }

    private static Answer score(String name) throws IOException {
        return score(read(FORM), name);
    }

    private static Answer score(StudyReader.Reading reading, String name) {
        assertThat(reading.findings()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
        List<Score> scores =
                reading.study().orElseThrow().form("kidney").orElseThrow().scores();
        return scores.stream()
                .filter(score -> score.name().item().equals(name))
                .findFirst()
                .orElseThrow()
                .of(input -> Objects.requireNonNull(ANSWERS.get(input.item())));
    }

    private static StudyReader.Reading read(String form) throws IOException {
        Path folder = Path.of(System.getProperty("equipoise.root"), "trials", "pressure-dose");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        files.put("forms/kidney.yaml", form.getBytes(StandardCharsets.UTF_8));
        return StudyReader.read(new StudyFolder("pressure-dose", files));
    }

    private static Answer number(String text) {
        return new Answer.Known(new Value.Amount(new BigDecimal(text)));
    }
}
