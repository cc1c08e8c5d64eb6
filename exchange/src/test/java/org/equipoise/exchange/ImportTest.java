package org.equipoise.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.exchange.doubt.Doubt;
import org.equipoise.exchange.draft.Draft;
import org.equipoise.exchange.draft.Import;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
    /// What a reader says of a folder that is not a study, rather than of a study that is not decided.
    private static final Set<String> FAULTS = Set.of(
            "unknown-key",
            "wrong-shape",
            "wrong-value",
            "missing-key",
            "missing-file",
            "unreadable-file",
            "named-twice");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry-record.txt",
                "ctgov/NCT00763412.json",
                "ctgov/NCT00973089.json",
                "ctgov/NCT03630471.json",
                "usdm/CDISC_Pilot_Study.json",
                "usdm/observational.json"
            })
    void a_source_becomes_a_folder_whose_only_findings_are_open_decisions_and_no_doubt_is_lost(String source) {
        Draft draft = Fixtures.draft(source);
        List<Finding> findings = check(draft);

        assertThat(findings).extracting(Finding::id).doesNotContainAnyElementsOf(FAULTS);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.fix()).isNotBlank();
            assertThat(finding.message()).contains(source.substring(source.indexOf('/') + 1));
        });
        for (Doubt doubt : draft.doubts()) {
            assertThat(findings)
                    .anyMatch(finding -> finding.id().equals(doubt.finding())
                            && finding.severity() == doubt.severity()
                            && finding.message().equals(doubt.question() + " (" + doubt.at() + ")"));
        }
        assertThat(StudyReader.read(new StudyFolder("draft", draft.files())).study())
                .as("a study with open decisions is not handed out")
                .isEmpty();
    }

    @Test
    void the_same_source_gives_the_same_bytes() {
        Draft one = Fixtures.draft("registry-record.txt");
        Draft two = Fixtures.draft("registry-record.txt");
        assertThat(one.files().keySet()).isEqualTo(two.files().keySet());
        one.files().forEach((file, bytes) -> assertThat(two.files().get(file)).isEqualTo(bytes));
    }

    @Test
    void the_text_record_keeps_its_words_and_their_places() {
        Map<String, byte[]> files = Fixtures.draft("registry-record.txt").files();
        assertThat(text(files, "protocol.yaml"))
                .contains("phase: II", "share: 1", "type: placebo-comparator", "participants: 60")
                .doesNotContain("dose-days: [", "route: subcutaneous", "block-sizes");
        assertThat(text(files, "eligibility.yaml"))
                .contains("en: SLE disease activity index(SLEDAI) ≥ 8.", "source: registry-record.txt:69")
                .doesNotContain("\n    holds:");
    }

    @Test
    void a_record_of_the_registry_keeps_its_outcomes_with_their_times() {
        Map<String, byte[]> files = Fixtures.draft("ctgov/NCT03630471.json").files();
        assertThat(text(files, "endpoints.yaml"))
                .contains("id: primary_2", "id: secondary_9", "Mental health symptoms, 6 weeks");
        assertThat(text(files, "eligibility.yaml"))
                .contains("Experiencing difficulties for >1 month")
                .doesNotContain("\\>");
        assertThat(text(files, "protocol.yaml")).contains("share: 1").doesNotContain("participants: 250");
    }

    @Test
    void a_usdm_study_brings_days_windows_forms_and_what_its_tags_stand_for() {
        Map<String, byte[]> files =
                Fixtures.draft("usdm/CDISC_Pilot_Study.json").files();
        assertThat(text(files, "schedule.yaml"))
                .containsPattern("(?s)id: week_24\\s+label:\\s+en: Week 24\\s+day: 169");
        assertThat(text(files, "schedule.yaml"))
                .containsPattern("(?s)id: screening_1\\s+label:\\s+en: Screening 1\\s+day: -14");
        assertThat(text(files, "eligibility.yaml")).contains("at least 50 years of age", "MMSE score of 10 to 23");
        assertThat(files).containsKeys("forms/demographics.yaml", "forms/chemistry.yaml");
        assertThat(text(files, "forms/demographics.yaml"))
                .containsPattern("(?s)type: code\\s+codes:\\s+- Male\\s+- Female|Female\\s+- Male");
    }

    @Test
    void an_observational_study_is_none_of_ours_to_run() {
        assertThat(check(Fixtures.draft("usdm/observational.json")))
                .filteredOn(finding -> finding.id().equals("not-interventional"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.place().file()).isEqualTo("protocol.yaml"));
    }

    @Test
    void what_is_no_source_is_refused_in_a_sentence() {
        Map<String, String> refused = Map.of(
                "",
                "is empty",
                "Dear all,\nplease find attached",
                "is neither the text of a registry record",
                "{\"protocolSection\": {",
                "is not whole JSON: line 1",
                "{\"a\": 1} trailing",
                "is not whole JSON",
                "{\"other\": 1}",
                "is neither",
                "{\"study\": {}, \"usdmVersion\": \"3.0\"}",
                "is USDM 3.0",
                "{\"study\": {}, \"usdmVersion\": \"4.0.0\"}",
                "is USDM without a study design",
                "{\"a\":".repeat(5_000),
                "is not whole JSON");
        refused.forEach((text, why) -> assertThat(Import.of("it.json", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Import.Refused.class,
                        answer ->
                                assertThat(answer.why()).startsWith("it.json ").contains(why)));
        assertThat(Import.of("it.txt", new byte[] {(byte) 0xC3, 0x28}))
                .isEqualTo(new Import.Refused("it.txt is not UTF-8 text"));
    }

    @Test
    void a_record_that_is_nearly_empty_is_drafted_all_the_same() {
        List<String> ids = check(drafted("{\"protocolSection\": {\"identificationModule\": {}}}")).stream()
                .map(Finding::id)
                .toList();
        assertThat(ids)
                .contains(
                        "arms-missing", "no-primary-outcome", "randomization-missing", "no-visits", "blinding-missing")
                .doesNotContainAnyElementsOf(FAULTS);
    }

    @Test
    void participants_who_are_not_allocated_at_random_are_a_finding() {
        String record = """
                {"protocolSection": {"identificationModule": {},
                  "designModule": {"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "NON_RANDOMIZED"}}}}""";
        assertThat(check(drafted(record))).extracting(Finding::id).contains("not-randomized");
    }

    private static Draft drafted(String json) {
        return ((Import.Drafted) Import.of("it.json", json.getBytes(StandardCharsets.UTF_8))).draft();
    }

    private static List<Finding> check(Draft draft) {
        return StudyReader.read(new StudyFolder("draft", draft.files())).findings();
    }

    private static String text(Map<String, byte[]> files, String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }
}
