package org.equipoise.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.app.Main;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.staging.VaultFolder;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The emergency code break as the physician on duty meets it: a program of its own, a vault's folder, no database.
class CodeBreakTest {
    private static final String REASON = "Anaphylaxis; the antidote depends on the drug";

    @TempDir
    Path folder;

    private Path vault;

    @BeforeEach
    void a_participant_is_randomised() {
        vault = folder.resolve("vault");
        Stage stage = TestStudies.stage("pressure-dose", 1, 1);
        try (VaultFolder.Open open = stage.vaultFolder(vault).open(stage.study())) {
            open.vault().allocate(new ParticipantId("A-0007"), "diabetes=no");
        }
    }

    private record Ended(int exit, String said) {}

    private Ended ask(String secondFactor, String participant, String reason) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "code-break",
                        TestStudies.TRIALS.resolve("pressure-dose").toString(),
                        "--vault",
                        vault.toString(),
                        "--participant",
                        participant,
                        "--by",
                        "Dr Night",
                        "--reason",
                        reason,
                        "--proof",
                        "492817")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        process.environment().remove("EQUIPOISE_SECOND_FACTOR");
        if (!secondFactor.isEmpty()) {
            process.environment().put("EQUIPOISE_SECOND_FACTOR", secondFactor);
        }
        int exit = process.start().waitFor();
        return new Ended(exit, Files.readString(out));
    }

    private List<String> log() throws IOException {
        List<String> lines = new ArrayList<>();
        String text = Files.readString(vault.resolve("vault.log"), StandardCharsets.ISO_8859_1);
        text.lines().filter(line -> line.contains("code-broken")).forEach(lines::add);
        return lines;
    }

    @Test
    void one_person_is_told_one_arm_and_it_is_written_down() throws Exception {
        Ended ended = ask("/bin/true", "A-0007", REASON);
        assertThat(ended.said()).startsWith("A-0007 was allocated to: ").contains("Told to Dr Night at ");
        assertThat(ended.exit()).isZero();
        assertThat(log())
                .hasSize(1)
                .first()
                .asString()
                .contains("A-0007", "Dr Night")
                .doesNotContain(REASON);
        Study study = TestStudies.study("pressure-dose");
        try (VaultFolder.Open open = VaultFolder.at(vault).open(study)) {
            assertThat(open.vault().codeBreak(1))
                    .hasValueSatisfying(told -> assertThat(told.reason()).isEqualTo(REASON));
        }
    }

    @Test
    void without_a_second_factor_nothing_is_opened() throws Exception {
        assertThat(ask("", "A-0007", REASON).said()).contains("No second factor is set up.");
        assertThat(ask("/bin/false", "A-0007", REASON).said())
                .contains("The second factor does not confirm that Dr Night asks.");
        assertThat(log()).isEmpty();
    }

    @Test
    void the_second_factor_is_given_the_person_and_the_proof() throws Exception {
        Path asks = Files.writeString(folder.resolve("asks"), """
                #!/bin/sh
                read -r proof
                [ "$#" = 1 ] && [ "$1" = 'Dr Night' ] && [ "$proof" = 492817 ]
                """);
        assertThat(asks.toFile().setExecutable(true)).isTrue();
        assertThat(ask(asks.toString(), "A-0007", REASON).exit()).isZero();
        Files.writeString(asks, Files.readString(asks).replace("492817", "492818"));
        assertThat(ask(asks.toString(), "A-0007", REASON).said()).contains("does not confirm");
    }

    @Test
    void what_is_missing_is_said() throws Exception {
        assertThat(ask("/bin/true", "A-0008", REASON).said())
                .contains("A-0008 is not randomised, so there is nothing to open. Look at the number.");
        assertThat(ask("/bin/true", "A-0007", "urgent").said()).contains("Give the reason in a sentence");
        assertThat(log()).isEmpty();
    }
}
