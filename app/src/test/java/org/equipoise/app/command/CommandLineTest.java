package org.equipoise.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.equipoise.app.command.Ran.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.archive.KeyFile;
import org.equipoise.verifier.ProofVerifier;
import org.equipoise.verifier.ProofVerifier.Proved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    private static final String LUPUS = TestStudies.TRIALS.resolve("il2-lupus").toString();
    private static final String PRESSURE =
            TestStudies.TRIALS.resolve("pressure-dose").toString();

    @TempDir
    private Path folder;

    @Test
    void rehearse_prints_the_published_fields() {
        Ran ran = run("rehearse", LUPUS, "--seed", "1", "--json");
        JsonNode json = JsonMapper.shared().readTree(ran.out());

        assertThat(ran.exit()).isZero();
        assertThat(json.propertyNames())
                .contains(
                        "study",
                        "seed",
                        "trials",
                        "runner",
                        "scenario",
                        "participants",
                        "endpoints",
                        "dosing",
                        "journal",
                        "software",
                        "protocolHash")
                .doesNotContain("adverseEvents", "operatingCharacteristics", "population");
        assertThat(json.at("/participants/randomized").asInt()).isEqualTo(60);
        assertThat(json.at("/endpoints/0/id").asString()).isEqualTo("sri4");
        assertThat(json.at("/endpoints/0/arms").size()).isEqualTo(2);
        JsonNode contrast = json.at("/endpoints/0/contrasts/0");
        assertThat(contrast.propertyNames()).contains("arm", "reference", "measure", "estimate", "ci", "p", "method");
        assertThat(contrast.at("/ci").size()).isEqualTo(2);
    }

    @Test
    void many_trials_say_what_the_design_does() {
        JsonNode json = JsonMapper.shared()
                .readTree(run("rehearse", PRESSURE, "--trials", "20", "--threads", "2", "--json")
                        .out());

        assertThat(json.at("/trials").asInt()).isEqualTo(20);
        assertThat(json.at("/operatingCharacteristics").size()).isEqualTo(2);
        for (JsonNode each : json.at("/operatingCharacteristics")) {
            double power = each.at("/power").asDouble();
            assertThat(power).isBetween(0.0, 1.0);
            assertThat(each.at("/mcse").asDouble()).isEqualTo(Math.sqrt(power * (1 - power) / 20));
        }
        assertThat(json.at("/population").size()).isEqualTo(3);
    }

    @Test
    void a_trial_alone_leaves_the_same_archive_as_among_others() throws IOException {
        run("rehearse", PRESSURE, "--trials", "8", "--trial", "7", "--threads", "8", "--out", at("among"));
        run("rehearse", PRESSURE, "--trial", "7", "--out", at("alone"));

        assertThat(folder.resolve("among/journal")).hasSameBinaryContentAs(folder.resolve("alone/journal"));
    }

    @Test
    void out_leaves_a_report_results_an_archive_and_its_key_twice_the_same() throws IOException {
        run("rehearse", PRESSURE, "--out", at("one"));
        run("rehearse", PRESSURE, "--out", at("two"));

        for (String file : List.of("report.html", "results.json", "journal", "journal.key", "journal.witness")) {
            assertThat(folder.resolve("one").resolve(file)).hasSameBinaryContentAs(folder.resolve("two/" + file));
        }
        Ran verified = run("verify", at("one/journal"));
        assertThat(verified.exit()).isZero();
        assertThat(verified.out()).startsWith("Verified: ").contains("proves only that the two belong together");
        assertThat(run("verify", at("one/journal"), "--key", at("two/journal.key"))
                        .exit())
                .isZero();
    }

    @Test
    void what_is_printed_about_a_witnessed_journal_holds_for_whoever_has_only_that() throws IOException {
        run("rehearse", PRESSURE, "--out", at("out"));
        String journal = at("out/journal");
        byte[] key = KeyFile.read(Files.readString(folder.resolve("out/journal.key")))
                .orElseThrow();

        Ran verified = run("verify", journal, "--witness", journal + ".witness");
        assertThat(verified.exit()).isZero();
        String witness = Files.readString(Path.of(journal + ".witness"));
        List<String> sizes =
                witness.lines().filter(line -> line.matches("\\d+")).toList();
        JsonNode results = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/results.json")));
        assertThat(sizes)
                .hasSizeGreaterThan(1)
                .last()
                .isEqualTo(results.at("/journal/events").asString());
        assertThat(verified.out()).contains(sizes.size() + " checkpoints agree, up to event " + sizes.getLast());
        String receipt = run("prove", journal, "--event", "17").out();
        assertThat(ProofVerifier.receipt(receipt.getBytes(StandardCharsets.UTF_8), key))
                .isInstanceOfSatisfying(
                        Proved.Included.class, shown -> assertThat(shown.seq()).isEqualTo(17));
        String growth = run("prove", journal, "--since", sizes.getFirst()).out();
        String earlier = witness.substring(0, witness.indexOf("\nequipoise/", 30) + 1);
        assertThat(ProofVerifier.extension(
                        growth.getBytes(StandardCharsets.UTF_8), earlier.getBytes(StandardCharsets.UTF_8), key))
                .isInstanceOf(Proved.Extends.class);
        Files.writeString(
                Path.of(journal + ".witness"),
                witness.replaceFirst(
                        "\n" + sizes.getFirst() + "\n", "\n" + (Long.parseLong(sizes.getFirst()) - 1) + "\n"));
        assertThat(run("verify", journal, "--witness", journal + ".witness").out())
                .startsWith("Rejected at checkpoint 1:");
        assertThat(run("prove", journal, "--event", "17").exit()).isEqualTo(1);
    }

    @Test
    void verify_names_the_first_event_that_was_changed() throws IOException {
        run("rehearse", PRESSURE, "--out", at("out"));
        Path archive = folder.resolve("out/journal");
        String text = Files.readString(archive, StandardCharsets.ISO_8859_1);
        int place = text.indexOf("\"systolic\",\"value\":\"") + 20;
        byte[] bytes = Files.readAllBytes(archive);
        bytes[place] = (byte) (bytes[place] == '9' ? '1' : bytes[place] + 1);
        Files.write(archive, bytes);
        long event = text.substring(0, place)
                .lines()
                .filter(line -> line.startsWith("event "))
                .count();

        Ran ran = run("verify", archive.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("Rejected at event " + event + ":");
        JsonNode json = JsonMapper.shared()
                .readTree(run("verify", archive.toString(), "--json").out());
        assertThat(json.at("/verified").asBoolean(true)).isFalse();
        assertThat(json.at("/where").asString()).isEqualTo("event " + event);
    }

    @Test
    void check_leaves_nothing_open_in_the_studies_of_the_house() {
        for (String study : List.of(LUPUS, PRESSURE)) {
            Ran ran = run("check", study);
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("0 errors, 0 open warnings");
        }
    }

    @Test
    void an_accepted_finding_is_shown_with_its_reason() {
        assertThat(run("check", LUPUS).out())
                .containsPattern("accepted protocol.yaml:\\d+: nobody has decided why so many participants are enough")
                .contains("accepted by the statistician on 2026-11-27: Neither the registry record");
        assertThat(JsonMapper.shared()
                        .readTree(run("check", LUPUS, "--json").out())
                        .at("/findings")
                        .valueStream()
                        .filter(finding -> finding.has("accepted")))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.at("/accepted").propertyNames()).contains("reason", "by", "date"));
    }

    @Test
    void the_content_of_a_study_can_be_read_and_signed() {
        Ran ran = run("check", PRESSURE, "--review");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("I2, inclusion", "pressure.systolic is at least 140 mm[Hg]", "| investigator |")
                .doesNotContain("Nothing found");
    }

    @Test
    void a_faulty_study_is_refused_with_file_line_what_and_what_to_do() throws IOException {
        Path study = copyOf(TestStudies.TRIALS.resolve("il2-lupus"));
        Path file = study.resolve("eligibility.yaml");
        Files.writeString(file, Files.readString(file).replace("virology.hiv ==", "virology.hivv =="));

        Ran ran = run("rehearse", study.toString());

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .containsPattern("eligibility.yaml:\\d+: no form defines the item virology.hivv")
                .contains("Did you mean virology.hiv?")
                .doesNotContain("Exception", "\tat ");
        JsonNode finding = JsonMapper.shared()
                .readTree(run("check", study.toString(), "--json").out())
                .at("/findings/0");
        assertThat(finding.propertyNames()).contains("id", "severity", "file", "line", "message", "why", "fix");
        assertThat(run("check", study.toString()).exit()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} ends with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            rehearse nowhere                  | 3 | nowhere does not exist
            rehearse STUDY --sed 2            | 2 | Did you mean '--seed'?
            rehearse STUDY more               | 2 | There is no place here for 'more'.
            rehearse STUDY --seed x           | 2 | --seed x is no seed
            rehearse STUDY --trials 0         | 2 | trials count from 1
            rehearse STUDY --trials 3 --trial 4 | 2 | not among the 3 trials
            rehearse STUDY --threads 0        | 2 | --threads 0
            rehearse STUDY --trials many      | 2 | many
            rehearse                          | 2 | STUDY
            prove nowhere --event 1           | 3 | nowhere does not exist
            prove nowhere                     | 2 | Ask for a receipt with --event N
            rehearse STUDY --witness w        | 2 | --witness and --witness-program go together.
            verify nowhere                    | 3 | nowhere does not exist
            check nowhere                     | 3 | nowhere does not exist
            verify STUDY/protocol.yaml        | 3 | is not a journal archive
            check STUDY/..                    | 3 | is a folder of studies. Name one of them:
            frobnicate                        | 2 | There is no command 'frobnicate'. There are: authorize-reveal, backup, check, code-break, diff, export, import, init, prove, rehearse, restore, schema, vault, verify.
            rehearze STUDY                    | 2 | Did you mean 'rehearse'?
            """)
    void what_cannot_be_done_ends_in_a_sentence_and_an_exit_code(String line, int exit, String sentence) {
        Ran ran = run(line.replace("STUDY", PRESSURE).split(" "));

        assertThat(ran.exit()).isEqualTo(exit);
        assertThat(ran.err()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(ran.out()).isEmpty();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Path copyOf(Path study) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> paths = Files.walk(study)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, copy.resolve(study.relativize(path).toString()));
            }
        }
        return copy;
    }
}
