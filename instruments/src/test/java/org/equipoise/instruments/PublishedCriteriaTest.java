package org.equipoise.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.language.value.Answer;
import org.equipoise.language.value.Span;
import org.equipoise.language.value.Truth;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Laboratory grades against the criteria that another program uses, at, below and above each of their thresholds.
class PublishedCriteriaTest {
    private static final Map<String, String> WORDS =
            Map.of("value", "AVAL", "lower_limit", "ANRLO", "upper_limit", "ANRHI", "baseline", "BASE");
    private static final BigDecimal STEP = new BigDecimal("0.001");

    /// Our names and theirs.
    static Stream<Arguments> terms() {
        return Stream.of(
                arguments("leukocytes-low", "White blood cell decreased"),
                arguments("neutrophils-low", "Neutrophil count decreased"),
                arguments("lymphocytes-low", "Lymphocyte count decreased"),
                arguments("lymphocytes-high", "Lymphocyte count increased"),
                arguments("cd4-low", "CD4 lymphocytes decreased"),
                arguments("platelets-low", "Platelet count decreased"),
                arguments("haemoglobin-low", "Anemia"),
                arguments("alt-high", "Alanine aminotransferase increased"),
                arguments("ast-high", "Aspartate aminotransferase increased"),
                arguments("alp-high", "Alkaline phosphatase increased"),
                arguments("ggt-high", "GGT increased"),
                arguments("bilirubin-high", "Blood bilirubin increased"),
                arguments("creatinine-high", "Creatinine increased"),
                arguments("cpk-high", "CPK increased"),
                arguments("potassium-high", "Hyperkalemia"));
    }

    @Test
    void every_term_is_compared() {
        assertThat(terms().map(term -> (String) term.get()[0]))
                .containsExactlyElementsOf(
                        Instruments.find("ctcae-5", "1").orElseThrow().scores().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("terms")
    void a_grade_is_that_of_the_published_criteria(String ours, String theirs) throws Exception {
        PublishedCriteria criteria = criteria(theirs);
        GradedThresholds grading = grading(ours);
        int compared = 0;
        for (Map<String, BigDecimal> values : cases(ours, criteria)) {
            Answer found = grading.score(key -> answer(values, key));
            assertThat(found)
                    .as("%s", values)
                    .hasToString(criteria.grade(values).orElseThrow() + "");
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("terms")
    void where_something_is_missing_the_limits_hold_what_the_criteria_guess(String ours, String theirs)
            throws Exception {
        PublishedCriteria criteria = criteria(theirs);
        GradedThresholds grading = grading(ours);
        for (Map<String, BigDecimal> values : cases(ours, criteria)) {
            for (String missing : List.of("ANRLO", "ANRHI", "BASE")) {
                Map<String, BigDecimal> partly = new HashMap<>(values);
                partly.remove(missing);
                Span found = grading.score(key -> answer(partly, key)).span();
                Optional<Integer> guess = criteria.grade(partly);
                guess.ifPresent(grade -> assertThat(found.equalTo(Span.of(BigDecimal.valueOf(grade))))
                        .as("%s is %s, guessed %s", partly, found, grade)
                        .isNotEqualTo(Truth.FALSE));
            }
        }
    }

    /// The program's code for GGT leaves out twice an abnormal baseline, which its own text, like that of alkaline
    /// phosphatase, includes.
    private static boolean knownContradiction(String ours, Map<String, BigDecimal> values) {
        BigDecimal baseline = values.get("BASE");
        return ours.equals("ggt-high")
                && baseline.compareTo(values.get("ANRHI")) > 0
                && values.get("AVAL").compareTo(baseline.multiply(BigDecimal.TWO)) == 0;
    }

    /// Normal and abnormal baselines, and values on and beside each multiple of each limit.
    private static List<Map<String, BigDecimal>> cases(String ours, PublishedCriteria criteria) {
        BigDecimal lower = new BigDecimal("140");
        BigDecimal upper = new BigDecimal("4.5");
        return Stream.of("2.0", "4.5", "9.25")
                .map(BigDecimal::new)
                .flatMap(baseline -> Stream.concat(criteria.numbers().stream(), Stream.of(BigDecimal.ONE))
                        .flatMap(number -> Stream.of(BigDecimal.ONE, lower, upper, baseline)
                                .map(number::multiply))
                        .flatMap(at -> Stream.of(at, at.subtract(STEP), at.add(STEP)))
                        .distinct()
                        .filter(value -> value.compareTo(grading(ours).value().to()) <= 0)
                        .map(value -> Map.of("AVAL", value, "ANRLO", lower, "ANRHI", upper, "BASE", baseline)))
                .filter(values -> !knownContradiction(ours, values))
                .toList();
    }

    private static Answer answer(Map<String, BigDecimal> values, String key) {
        BigDecimal value = values.get(WORDS.get(key));
        return value == null ? new Answer.Unknown("left out") : new Answer.Known(new Value.Amount(value));
    }

    private static GradedThresholds grading(String name) {
        return (GradedThresholds) Instruments.find("ctcae-5", "1")
                .flatMap(instrument -> instrument.score(name))
                .orElseThrow();
    }

    private static PublishedCriteria criteria(String name) throws Exception {
        String folder = System.getenv("EQUIPOISE_FIXTURES");
        assumeTrue(folder != null, "skipped: the environment variable EQUIPOISE_FIXTURES names no folder of fixtures");
        Path file = Path.of(folder, "ctcae", "ncictcaev5.json");
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        List<Map<String, String>> terms =
                JsonMapper.shared().readValue(Files.readString(file), new TypeReference<>() {});
        return new PublishedCriteria(terms.stream()
                .filter(term -> name.equals(term.get("TERM")))
                .findFirst()
                .orElseThrow());
    }
}
