package org.equipoise.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.verifier.ArchiveVerifier;
import org.equipoise.verifier.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The witness is the stand-alone verifier, as a program of its own; where the tests may, as another user.
class WitnessProgramTest {
    private static final Stage STAGE = TestStudies.stage("pressure-dose", 1, 1);
    private static final List<JournalledEvent> EVENTS = events();
    private static final CheckpointPolicy POLICY = new CheckpointPolicy(Long.MAX_VALUE, 25);
    private static final int NOBODY = 65_534;

    @TempDir
    private Path folder;

    private Path file;
    private String command;

    private static List<JournalledEvent> events() {
        Stage.Set set = STAGE.ordinary((_, _, _) -> {});
        set.trial().conduct();
        return List.copyOf(((MemoryJournal) set.journal()).events().subList(0, 60));
    }

    @BeforeEach
    void choose() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        file = folder.resolve("witness");
        Path key = Files.writeString(folder.resolve("key"), STAGE.signingKey().keyFile());
        Path classes = Path.of(ArchiveVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        command = Path.of(System.getProperty("java.home"), "bin/java") + " -cp " + classes
                + " org.equipoise.verifier.Main witness " + file + " --key " + key;
    }

    private CheckpointedJournal journal(MemoryJournal kept, String program) {
        WitnessProgram witness = new WitnessProgram(file, program, STAGE);
        return new CheckpointedJournal(kept, STAGE.study().id(), STAGE.signingKey(), witness, POLICY, () -> 0);
    }

    private static void add(CheckpointedJournal journal, int from, int to) {
        for (JournalledEvent event : EVENTS.subList(from, to)) {
            journal.append(List.of(event));
            journal.commit();
        }
    }

    @Test
    void it_keeps_every_checkpoint_and_what_it_kept_convicts_a_copy_that_went_another_way() throws IOException {
        MemoryJournal kept = new MemoryJournal();
        add(journal(kept, command), 0, 30);
        add(journal(kept, command), 30, 60);
        assertThat(Files.readString(file)).contains("\n25\n", "\n50\n");
        byte[] witness = Files.readAllBytes(file);
        assertThat(ArchiveVerifier.verify(
                        STAGE.archive(kept), STAGE.signingKey().publicKey(), witness))
                .isInstanceOfSatisfying(
                        Verification.Verified.class,
                        found -> assertThat(found.checkpoints()).isEqualTo(2));

        MemoryJournal setBack = new MemoryJournal();
        setBack.append(EVENTS.subList(0, 40));
        assertThatThrownBy(() -> journal(setBack, command))
                .isInstanceOfSatisfying(
                        DisownedJournal.class, why -> assertThat(why.where()).isEqualTo("events 41 to 50"));
        assertThat(file).hasBinaryContent(witness);
    }

    @Test
    void a_checkpoint_that_reaches_it_first_makes_it_refuse_another() {
        CheckpointedJournal one = journal(new MemoryJournal(), command);
        CheckpointedJournal other = journal(new MemoryJournal(), command);
        add(one, 0, 25);
        assertThatThrownBy(() -> add(other, 0, 25))
                .isInstanceOf(DisownedJournal.class)
                .hasMessageContaining("refuses");
    }

    @Test
    void where_it_cannot_be_asked_the_trial_goes_on_and_says_so() {
        CheckpointedJournal journal =
                journal(new MemoryJournal(), folder.resolve("nothing").toString());
        add(journal, 0, 30);
        assertThat(journal.absence())
                .hasValueSatisfying(why -> assertThat(why).contains("could not be asked", "The trial goes on"));
    }

    @Test
    void as_another_user_it_keeps_a_file_that_is_that_users() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/setpriv")) && "root".equals(System.getProperty("user.name")))
                .as("only root may run the witness as somebody else")
                .isTrue();
        String somebody = "/usr/bin/setpriv --reuid=" + NOBODY + " --regid=" + NOBODY + " --clear-groups ";
        assumeThat(reachable(somebody)).as("another user may run Java here").isTrue();
        add(journal(new MemoryJournal(), somebody + command), 0, 30);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(NOBODY);
    }

    private static boolean reachable(String somebody) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        try {
            return new ProcessBuilder((somebody + java + " -version").split(" "))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
