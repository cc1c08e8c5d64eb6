package org.equipoise.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.app.command.Ran.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.equipoise.app.trial.TestStudies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Studies that are begun, drafted, compared and handed on from the command line.
class StudyCommandsTest {
    private static final Path LUPUS = TestStudies.TRIALS.resolve("il2-lupus");
    private static final Path PRESSURE = TestStudies.TRIALS.resolve("pressure-dose");
    private static final String RECORD = LUPUS.resolve("registry-record.txt").toString();

    @TempDir
    private Path folder;

    @Test
    void import_drafts_a_folder_that_check_reads_with_the_same_findings() throws IOException {
        Ran imported = run("import", RECORD, "--out", at("draft"), "--json");

        assertThat(imported.exit()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(imported.out());
        assertThat(answer.at("/format").asString()).isEqualTo("the text of a registry record");
        assertThat(folder.resolve("draft/registry-record.txt")).hasSameBinaryContentAs(Path.of(RECORD));
        Ran checked = run("check", at("draft"), "--json");
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(checked.out()).at("/findings")).isEqualTo(answer.at("/findings"));
        assertThat(run("rehearse", at("draft")).exit())
                .as("an open decision forbids running it")
                .isEqualTo(3);
        Ran again = run("import", RECORD, "--out", at("draft"));
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("is not empty");
    }

    @Test
    void import_refuses_what_it_does_not_know_and_writes_nothing() {
        Ran ran = run("import", PRESSURE.resolve("protocol.yaml").toString(), "--out", at("draft"));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("protocol.yaml is neither the text of a registry record", "Nothing was written");
        assertThat(folder.resolve("draft")).doesNotExist();
        assertThat(run("import", "nowhere.json", "--out", at("draft")).err()).contains("nowhere.json does not exist");
    }

    @Test
    void init_takes_options_and_asks_for_the_rest() {
        InitRan ran = init(
                "Tablet, Placebo\nhalf and half\n1:1\n\n",
                "--title",
                "An ache",
                "--weeks",
                "4",
                "--measure",
                "Ache, mm");

        assertThat(ran.ran().exit()).isZero();
        assertThat(ran.ran().err())
                .contains("Which arms has it", "'half and half' does not answer it", "Is it double, single or open?")
                .doesNotContain("What is the trial called");
        assertThat(ran.protocol())
                .contains("en: Tablet", "share: 1", "en: An ache")
                .doesNotContain("participants:");
        assertThat(run("check", at("new"), "--json").out())
                .contains("open-decision")
                .doesNotContain("missing-key", "missing-file");
    }

    @Test
    void init_refuses_answers_that_cannot_be() {
        assertThat(init("", "--arms", "One").ran().err()).contains("'One' does not answer it");
        assertThat(init("", "--arms", "One, Two", "--ratio", "1:1:1").ran().err())
                .contains("2 arms and 3 numbers");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private record InitRan(Ran ran, String protocol) {}

    private InitRan init(String typed, String... options) {
        InputStream terminal = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            Ran ran = run(Stream.concat(Stream.of("init", "--out", at("new")), Stream.of(options))
                    .toArray(String[]::new));
            Path protocol = folder.resolve("new/protocol.yaml");
            return new InitRan(ran, Files.exists(protocol) ? Files.readString(protocol) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setIn(terminal);
        }
    }

    @Test
    void export_writes_usdm_and_refuses_a_study_that_is_not_decided() {
        Ran ran = run("export", PRESSURE.toString(), "--format", "usdm");
        assertThat(ran.exit()).isZero();
        assertThat(JsonMapper.shared().readTree(ran.out()).at("/usdmVersion").asString())
                .isEqualTo("4.0.0");
        assertThat(run("export", PRESSURE.toString(), "--format", "usdm", "--out", at("study.json"))
                        .out())
                .isEmpty();
        assertThat(folder.resolve("study.json")).isNotEmptyFile();
        Ran imported = run("import", at("study.json"), "--out", at("back"));
        assertThat(imported.exit()).isZero();
        Ran undecided = run("export", at("back"), "--format", "usdm");
        assertThat(undecided.exit()).isEqualTo(3);
        assertThat(undecided.err()).contains("cannot be used");
    }

    @Test
    void diff_says_what_an_amendment_touches() throws IOException {
        Path amended = copy(PRESSURE, "amended");
        replace(amended.resolve("eligibility.yaml"), "systolic >= '140 mm[Hg]'", "systolic >= '150 mm[Hg]'");
        replace(amended.resolve("schedule.yaml"), "window: {before: 3, after: 3}", "window: {before: 5, after: 5}");
        replace(
                amended.resolve("forms/entry.yaml"),
                "    longest: 200\n    required: false\n",
                "    longest: 200\n    required: false\n  - {id: smoker, label: {en: Smokes}, type: code, codes: ['no', 'yes'], required: false}\n");

        Ran ran = run("diff", PRESSURE.toString(), amended.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("Criteria:", "criterion I2, holds was", "'150 mm[Hg]'")
                .contains("Windows:", "visit W8, window before was '3' and is now '5'")
                .contains("item entry.smoker is new")
                .contains(
                        "Everyone in the trial who has not ended: sign the new version before it is applied to them (item entry.smoker is new")
                .contains("People screened from now on: sign the new version")
                .contains("pages of an earlier version have no answer")
                .contains("the amended version does not say who has to consent again")
                .contains("needs the ethics committee's approval");
        JsonNode json = JsonMapper.shared()
                .readTree(run("diff", PRESSURE.toString(), amended.toString(), "--json")
                        .out());
        assertThat(json.at("/changes")).hasSize(4);
        assertThat(json.at("/touchesConduct").asBoolean()).isTrue();
        assertThat(run("diff", PRESSURE.toString(), PRESSURE.toString()).out())
                .isEqualTo("The two versions say the same.\n");
    }

    @Test
    void diff_replays_a_record_under_the_amended_version() throws IOException {
        run("rehearse", PRESSURE.toString(), "--out", at("out"));
        Path amended = copy(PRESSURE, "amended");
        replace(amended.resolve("eligibility.yaml"), "systolic >= '140 mm[Hg]'", "systolic >= '160 mm[Hg]'");
        replace(amended.resolve("endpoints.yaml"), "item: pressure.systolic", "item: pressure.diastolic");

        Ran ran = run("diff", PRESSURE.toString(), amended.toString(), "--journal", at("out/journal"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .containsPattern(
                        "\\d+ eligibility decisions would be others:\\n.*was eligible and would be not eligible: I2 met → not met")
                .containsPattern("[1-9]\\d* endpoint values would be others:")
                .contains("0 queries would be asked that were not");
        JsonNode same = JsonMapper.shared()
                .readTree(
                        run("diff", PRESSURE.toString(), PRESSURE.toString(), "--journal", at("out/journal"), "--json")
                                .out())
                .at("/record");
        assertThat(same.at("/eligibility")).isEmpty();
        assertThat(same.at("/endpoints")).isEmpty();
        assertThat(same.at("/participants/completed").asInt()).isPositive();
    }

    @Test
    void diff_says_who_would_follow_an_amendment_and_who_would_have_to_consent_again() throws IOException {
        run("rehearse", PRESSURE.toString(), "--out", at("out"));
        Path amended = copy(PRESSURE, "amended");
        replace(amended.resolve("schedule.yaml"), "window: {before: 3, after: 3}", "window: {before: 3, after: 9}");
        replace(
                amended.resolve("protocol.yaml"),
                "sites:",
                "amendment: {reconsent: in-treatment, why: week 8 may be later}\nsites:");
        String[] midway = {
            "diff", PRESSURE.toString(), amended.toString(), "--journal", at("out/journal"), "--on", "2026-04-30"
        };

        String said = run(midway).out();
        JsonNode json = JsonMapper.shared()
                .readTree(run(Stream.concat(Stream.of(midway), Stream.of("--json"))
                                .toArray(String[]::new))
                        .out());
        Ran over = run("diff", PRESSURE.toString(), amended.toString(), "--journal", at("out/journal"));

        assertThat(said)
                .contains("Participants in flight: whoever is still to be treated goes on under the version they")
                .contains("If it were activated now:")
                .containsPattern("[1-9]\\d* would have to consent again first:");
        assertThat(json.at("/reconsent/who").asString()).isEqualTo("in-treatment");
        assertThat(json.at("/record/takeover/waiting")).isNotEmpty();
        assertThat(json.at("/record/takeover").has("refused")).isFalse();
        assertThat(over.out()).contains("It could not be activated now: The study is locked");
    }

    @Test
    void diff_names_what_the_record_holds_that_keeps_an_amendment_from_being_activated() throws IOException {
        run("rehearse", PRESSURE.toString(), "--out", at("out"));
        Path amended = copy(PRESSURE, "amended");
        replace(amended.resolve("forms/pressure.yaml"), "- id: diastolic", "- id: lower");
        replace(amended.resolve("protocol.yaml"), "sites:", "amendment: {reconsent: none, why: a name}\nsites:");
        replace(amended.resolve("protocol.yaml"), "participants: 40", "participants: 44");

        Ran ran = run(
                "diff", PRESSURE.toString(), amended.toString(), "--journal", at("out/journal"), "--on", "2026-04-30");

        assertThat(ran.out())
                .containsPattern(
                        "\"pressure.diastolic\" is gone, and the record holds it \\(participants: [1-9]\\d*\\)")
                .contains("the greatest number of participants cannot be changed")
                .contains("Mind: 2 of the proposals above are for a signature.");
    }

    @Test
    void a_record_that_has_no_place_in_the_amended_version_is_named() throws IOException {
        run("rehearse", PRESSURE.toString(), "--out", at("out"));
        Path amended = copy(PRESSURE, "amended");
        replace(amended.resolve("forms/pressure.yaml"), "- id: dizzy", "- id: giddy");
        replace(amended.resolve("eligibility.yaml"), "pressure.dizzy", "pressure.giddy");

        Ran ran = run("diff", PRESSURE.toString(), amended.toString(), "--journal", at("out/journal"));

        assertThat(ran.out()).contains("endpoints cannot be derived under it:", "item pressure.dizzy");
    }

    @Test
    void diff_refuses_a_record_of_another_version_and_one_that_was_changed() throws IOException {
        run("rehearse", PRESSURE.toString(), "--out", at("out"));
        Path amended = copy(PRESSURE, "amended");
        replace(amended.resolve("schedule.yaml"), "window: {before: 3, after: 3}", "window: {before: 5, after: 5}");
        Ran other = run("diff", amended.toString(), PRESSURE.toString(), "--journal", at("out/journal"));
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).contains("was not recorded under the version in");

        Path archive = folder.resolve("out/journal");
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        Ran changed = run("diff", PRESSURE.toString(), amended.toString(), "--journal", archive.toString());
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("is rejected at");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private Path copy(Path study, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> paths = Files.walk(study)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, copy.resolve(study.relativize(path).toString()));
            }
        }
        return copy;
    }
}
