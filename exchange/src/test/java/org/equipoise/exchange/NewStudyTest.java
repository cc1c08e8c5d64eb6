package org.equipoise.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.exchange.draft.Asked;
import org.equipoise.exchange.draft.NewStudy;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewStudyTest {
    private static final Map<Asked, String> ANSWERS = Map.of(
            Asked.TITLE, "A tablet against an invented ache",
            Asked.ARMS, "Tablet, Placebo",
            Asked.RATIO, "2:1",
            Asked.PARTICIPANTS, "90",
            Asked.BLINDING, "double",
            Asked.ROUTE, "oral",
            Asked.WEEKS, "8",
            Asked.MEASURE, "Ache, mm");

    @Test
    void at_most_eight_questions_are_asked() {
        assertThat(Asked.values()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void a_study_of_answers_has_open_decisions_and_no_other_finding() {
        for (Map<Asked, String> answers : List.of(ANSWERS, Map.<Asked, String>of())) {
            List<Finding> findings = read(new NewStudy(answers).files()).findings();
            assertThat(findings)
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.message()).endsWith("(asked when the study was begun)"));
        }
    }

    @Test
    void what_was_answered_stands_in_the_study_and_nothing_else() {
        SortedMap<String, byte[]> files = new NewStudy(ANSWERS).files();
        assertThat(text(files, "protocol.yaml"))
                .contains(
                        "id: a-tablet-against-an-invented-ache",
                        "share: 2",
                        "participants: 90",
                        "route: oral",
                        "blinding: double")
                .doesNotContain("block-sizes: [", "type: placebo");
        assertThat(text(files, "schedule.yaml")).contains("id: W8", "day: 57");
        assertThat(text(files, "forms/outcome.yaml")).contains("unit: mm").doesNotContain("range:");
        assertThat(text(new NewStudy(Map.of()).files(), "protocol.yaml")).doesNotContain("share:", "participants:");
    }

    @Test
    void a_study_whose_questions_are_all_decided_is_a_study() {
        SortedMap<String, byte[]> files = new TreeMap<>(new NewStudy(ANSWERS).files());
        decide(files, "protocol.yaml", "dose-days", "[1]");
        decide(files, "protocol.yaml", "type", "experimental");
        decide(files, "protocol.yaml", "amount", "5 mg");
        decide(
                files,
                "protocol.yaml",
                "randomization",
                "{procedure: permuted-blocks, block-sizes: [3], participants: 90}");
        decide(files, "protocol.yaml", "sites", "[{id: A, utc-offset: '+00:00'}]");
        put(files, "schedule.yaml", """
                encounters:
                  - {id: SCR, label: {en: Screening}, day: -7, window: {before: 7, after: 6}, forms: [outcome]}
                  - {id: D1, label: {en: Day 1}, day: 1, window: {before: 0, after: 0}, forms: [outcome],
                     activities: [randomization, dispensing]}
                  - {id: W8, label: {en: Week 8}, day: 57, window: {before: 3, after: 3}, forms: [outcome]}
                """);
        put(files, "eligibility.yaml", """
                criteria:
                  - {id: I1, kind: inclusion, text: {en: Ache of 40 mm or more}, holds: outcome.measure >= '40 mm'}
                """);
        put(files, "forms/outcome.yaml", """
                id: outcome
                title: {en: Outcome}
                items:
                  - {id: measure, label: {en: Ache}, type: amount, unit: mm, range: ['0', '100']}
                """);
        put(files, "endpoints.yaml", """
                endpoints:
                  - {id: ache, label: {en: Change of ache}, kind: change, baseline: D1, at: W8, item: outcome.measure}
                estimands:
                  - {id: primary, endpoint: ache, population: All randomised participants, treatments: Tablet versus placebo,
                     intercurrent-events: [], summary: Difference of mean change}
                """);
        put(files, "analysis.yaml", """
                analyses:
                  - {id: primary, estimand: primary, method: stratified-mean-difference, reference: placebo, confidence: '0.95'}
                tables:
                  - {id: T1, title: {en: Change of ache}, analysis: primary}
                """);
        StudyReader.Reading reading = read(files);
        assertThat(reading.findings())
                .as("what SPIRIT asks for and init does not ask")
                .extracting(Finding::id)
                .containsOnly("missing-decision");
        assertThat(reading.study()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARMS         | Tablet
            RATIO        | one to one
            PARTICIPANTS | many
            BLINDING     | triple
            WEEKS        | 0
            MEASURE      | Ache
            MEASURE      | Ache, furlongs per fortnight
            """)
    void an_answer_that_does_not_answer_is_refused(Asked asked, String answer) {
        assertThat(asked.fault(answer)).isPresent();
        assertThatThrownBy(() -> new NewStudy(Map.of(asked, answer))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arms_and_ratio_must_fit() {
        assertThat(new NewStudy(Map.of(Asked.ARMS, "a, b, c", Asked.RATIO, "1:1")).conflict())
                .isEqualTo("there are 3 arms and 2 numbers in the ratio");
        assertThat(new NewStudy(ANSWERS).conflict()).isEmpty();
    }

    /// Replaces the value of a key, up to the next key that is indented as much or less.
    private static void decide(SortedMap<String, byte[]> files, String file, String key, String value) {
        StringBuilder decided = new StringBuilder();
        int skipping = -1;
        for (String line : text(files, file).lines().toList()) {
            int indent = line.length() - line.stripLeading().length();
            if (skipping >= 0 && indent > skipping) {
                continue;
            }
            skipping = -1;
            if (line.strip().equals(key + ":")) {
                decided.append(" ".repeat(indent))
                        .append(key)
                        .append(": ")
                        .append(value)
                        .append('\n');
                skipping = indent;
            } else {
                decided.append(line).append('\n');
            }
        }
        put(files, file, decided.toString());
    }

    private static void put(SortedMap<String, byte[]> files, String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static StudyReader.Reading read(SortedMap<String, byte[]> files) {
        return StudyReader.read(new StudyFolder("new", files));
    }

    private static String text(SortedMap<String, byte[]> files, String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }
}
