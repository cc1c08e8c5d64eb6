package org.equipoise.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsalPlanReaderTest {

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            id: dose-plateau               | id: dose-plato                | unknown-model     | Did you mean dose-plateau?
            version: 1                     | version: 9                    | unknown-model     | Did you mean dose-plateau?
            maximal_effect:                | maximal_efect:                | missing-parameter | Add 'maximal_effect'
            value: '18'                    | value: 'eighteen'             | not-a-number      | Write a decimal
            value: '2026-03-02'            | value: '2026-02-30'           | not-a-date        | Write it as
            high: '20'                     | hihg: '20'                    | missing-arm       | Add 'high'
            pressure: pressure.cuff        | pressure: pressure.cufff      | unanswered-form   | pressure.cuff
            entry: pressure.entry          | entry: pressure.cuff          | unanswered-item   | Make the item optional
            per-week:                      | perweek:                      | missing-key       | Add 'per-week
            certainty: proposed            | certainty: sure               | wrong-value       | published, derived
            """)
    void what_a_rehearsal_cannot_rest_on_is_a_finding(String find, String replace, String id, String fix)
            throws IOException {
        Study study = study(find, replace);
        RehearsalPlanReader.Reading reading = RehearsalPlanReader.read(study);

        assertThat(reading.plan()).isEmpty();
        assertThat(reading.findings()).anySatisfy(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.fix()).contains(fix);
            assertThat(finding.place().file()).isEqualTo("rehearsal.yaml");
            assertThat(finding.place().line()).isPositive();
        });
    }

    @Test
    void every_assumption_keeps_its_source_and_certainty() throws IOException {
        RehearsalPlan plan =
                RehearsalPlanReader.read(study("model:", "model:")).plan().orElseThrow();

        assertThat(plan.assumptions())
                .contains(new Assumption("participants.per-week", "4", "invented", "proposed"))
                .allSatisfy(assumption -> assertThat(assumption.source()).isNotBlank());
        assertThat(plan.effects()).containsEntry("high", 20.0).containsEntry("placebo", 0.0);
        assertThat(plan.withoutEffect().effects().values()).containsOnly(0.0);
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            id: drift             | id: harm                       | named-twice       | Rename
            id: harm              | id: default                    | named-twice       | Rename
            baseline_mean: {value: '-0.05' | baseline_meen: {value: '-0.05' | unknown-parameter | 'baseline_mean'
            half_effect_amount: {value: '0.5' | half_effect_amont: {value: '0.5' | unknown-parameter | 'half_effect_amount'
            baseline_mean: {value: '-0.05' | baseline_mean: {value: 'less' | not-a-number      | Write a decimal
            {value: '0.5', source: invented, | {value: '1.5', source: invented, | not-a-probability | from '0' to '1'
            items: [pressure.systolic] | items: [pressure.sistolic] | unknown-item      | 'pressure.systolic'
            visits: [SCR, D1]     | visits: [SCR, D2]              | unknown-encounter | 'D1'
            effect_half_life: {value: '6' | effect_half_life: {value: '-6' | refused-parameter | model's page
            utc-offset: '+01:00'  | model: {}                      | unknown-site      | 'A'
            high: '0', low: '0', placebo: '10' | hig: '0'           | unknown-arm       | 'high'
            """)
    void what_a_scenario_replaces_is_checked_as_the_default_is(String find, String replace, String id, String fix)
            throws IOException {
        RehearsalPlanReader.Reading reading = RehearsalPlanReader.read(study(find, replace));

        assertThat(reading.scenarios()).isEmpty();
        assertThat(reading.findings()).anySatisfy(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.fix()).contains(fix);
            assertThat(finding.place().line()).isGreaterThan(30);
        });
    }

    @Test
    void a_scenario_is_the_default_with_some_assumptions_replaced() throws IOException {
        var scenarios = RehearsalPlanReader.read(study("model:", "model:")).scenarios();
        RehearsalPlan usual = scenarios.get(RehearsalPlan.DEFAULT);
        RehearsalPlan ideal = scenarios.get("ideal");
        RehearsalPlan harm = scenarios.get("harm");

        assertThat(ideal.everywhere().participants().missedDose()).isZero();
        assertThat(ideal.everywhere().participants().perWeek())
                .isEqualTo(usual.everywhere().participants().perWeek());
        assertThat(ideal.effects()).isEqualTo(usual.effects());
        assertThat(harm.effects()).containsEntry("placebo", 10.0).containsEntry("high", 0.0);
        assertThat(harm.assumptions())
                .contains(new Assumption("effects.placebo", "10", "one dose, in the model's unit", "proposed"));
    }

    @Test
    void one_site_may_differ_from_the_others() throws IOException {
        RehearsalPlan plan =
                RehearsalPlanReader.read(study("model:", "model:")).scenarios().get("careless-site");

        assertThat(plan.moreSites()).containsOnlyKeys("B");
        assertThat(plan.at("A")).isEqualTo(plan.everywhere());
        assertThat(plan.at("B").staff().forgottenItem()).isEqualTo(0.10);
        assertThat(plan.at("B").staff().wrongEntry())
                .isEqualTo(plan.everywhere().staff().wrongEntry());
        assertThat(plan.at("B").assessments()).hasSize(1);
    }

    private static Study study(String find, String replace) throws IOException {
        Path folder = Path.of(System.getProperty("equipoise.root"), "trials", "pressure-dose");
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".yaml"))::iterator) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        String text = new String(files.get("rehearsal.yaml"), StandardCharsets.UTF_8);
        assertThat(text).contains(find);
        files.put("rehearsal.yaml", text.replace(find, replace).getBytes(StandardCharsets.UTF_8));
        StudyReader.Reading reading = StudyReader.read(new StudyFolder("pressure-dose", files));
        return reading.study().orElseThrow(() -> new AssertionError(reading.findings()));
    }
}
