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
