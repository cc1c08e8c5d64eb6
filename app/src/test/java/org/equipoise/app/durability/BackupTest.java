package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.equipoise.app.command.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.equipoise.app.ExitCode;
import org.equipoise.app.command.Ran;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.journal.checkpoint.CheckpointPolicy;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.checkpoint.WitnessBook;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.Digest;
import org.equipoise.store.Database;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.postgres.PostgresJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A trial is backed up while it goes on, put back elsewhere, and goes on there; and whoever puts back an older
/// state in secret is stopped.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "org.equipoise.app.durability.Trial#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class BackupTest {
    private static final Stage STAGE = TestStudies.stage("pressure-dose", 1, 1);
    private static final String NAME = "pressure-dose";
    private static final int THEN = 300;
    private static final int EVERY = 50;
    private static final int OLDER = 20;

    private Path folder;
    private final List<JournalledEvent> events = new ArrayList<>();
    private Digest end;
    private Path data;
    private Path backup;
    private Database database;
    private PostgresJournal writer;
    private WitnessBook witness;

    @BeforeAll
    void a_backup_is_made_while_the_trial_goes_on(@TempDir Path given) {
        folder = given;
        Stage.Set set = STAGE.ordinary((_, _, _) -> {});
        set.trial().conduct();
        set.trial().reveal();
        set.journal().events().forEach(events::add);
        end = set.journal().root();
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        witness = new WitnessBook();
        database = Database.in(data);
        database.keep(NAME, Stage.protocols(List.of(STAGE.study())));
        writer = database.open(NAME);
        CheckpointedJournal watched = watched(writer, witness);
        add(watched, 0, THEN);

        Ran ended = run("backup", "--data", data.toString(), "--out", backup.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("1 journal, " + THEN + " events", writer.root().hex());

        add(watched, THEN, events.size());
        watched.checkpoint();
    }

    @AfterAll
    void stop() {
        writer.close();
        database.close();
    }

    private static CheckpointedJournal watched(Journal journal, WitnessBook witness) {
        return new CheckpointedJournal(
                journal,
                STAGE.study().id(),
                STAGE.signingKey(),
                witness,
                new CheckpointPolicy(Long.MAX_VALUE, EVERY),
                () -> 0);
    }

    private void add(Journal journal, int from, int to) {
        for (JournalledEvent event : events.subList(from, to)) {
            if (event.seq() > 1
                    && !event.command().equals(events.get((int) event.seq() - 2).command())) {
                journal.commit();
            }
            journal.append(List.of(event));
        }
        journal.commit();
    }

    @Test
    void the_writer_was_not_stopped_by_it() {
        assertThat(writer.root()).isEqualTo(end);
    }

    @Test
    void it_is_proved_in_passing_that_it_can_be_put_back() throws IOException {
        List<Path> before = scratch();
        Ran ended = run("restore", backup.toString(), "--verify");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Restored in passing and the same", NAME + ": " + THEN + " events");
        assertThat(scratch()).isEqualTo(before);
    }

    private static List<Path> scratch() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("equipoise-restore"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void put_back_elsewhere_the_trial_goes_on_and_ends_as_it_did() {
        Path elsewhere = folder.resolve("elsewhere");
        Ran ended = run("restore", backup.toString(), "--data", elsewhere.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
        try (Database again = Database.in(elsewhere);
                PostgresJournal journal = again.open(NAME)) {
            assertThat(journal.size()).isEqualTo(THEN);
            add(journal, THEN, events.size());
            assertThat(journal.root()).isEqualTo(end);
            assertThat(again.projectionDifferences(NAME).values()).containsOnly(0L);
        }
        Ran twice = run("restore", backup.toString(), "--data", elsewhere.toString());
        assertThat(twice.exit()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(twice.err()).contains("already holds the journal '" + NAME + "'. Nothing was changed");
    }

    @Test
    void a_folder_without_a_database_is_not_backed_up() {
        Ran ended = run(
                "backup",
                "--data",
                folder.resolve("no").toString(),
                "--out",
                folder.resolve("b").toString());
        assertThat(ended.exit()).isEqualTo(ExitCode.ENVIRONMENT.code());
        assertThat(ended.err()).contains("There is no database in");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void a_backup_without_the_protocol_it_needs_is_none() {
        try (PostgresJournal bare = database.open("bare")) {
            add(bare, 0, 10);
        }
        Ran ended = run(
                "backup",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("bare").toString());
        assertThat(ended.exit()).isEqualTo(ExitCode.ENVIRONMENT.code());
        assertThat(ended.err()).contains("does not hold version 1 of the protocol of bare");
        assertThat(run("restore", folder.resolve("bare").toString(), "--verify").exit())
                .isEqualTo(ExitCode.BAD_INPUT.code());
        database.keep("bare", Stage.protocols(List.of(STAGE.study())));
    }

    /// A hundred places in each file; the archives' every byte is changed elsewhere.
    @Test
    void a_changed_byte_anywhere_in_it_is_found() throws IOException {
        Random random = new Random(5);
        Path copy = Files.createDirectory(folder.resolve("copy"));
        List<Path> files;
        try (Stream<Path> inside = Files.list(backup)) {
            files = inside.sorted().toList();
        }
        assertThat(files).hasSize(3);
        for (Path changed : files) {
            for (Path file : files) {
                Files.write(copy.resolve(file.getFileName()), Files.readAllBytes(file));
            }
            byte[] right = Files.readAllBytes(changed);
            for (int i = 0; i < 100; i++) {
                byte[] wrong = right.clone();
                wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(copy.resolve(changed.getFileName()), wrong);
                assertThat(run(
                                        "restore",
                                        copy.toString(),
                                        "--data",
                                        folder.resolve("never").toString())
                                .exit())
                        .isIn(ExitCode.FINDINGS.code(), ExitCode.BAD_INPUT.code());
            }
        }
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void an_archive_that_is_exchanged_for_an_older_one_is_found() throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        for (String file : List.of("index", "index.key")) {
            Files.copy(backup.resolve(file), mixed.resolve(file));
        }
        assertThat(run("restore", mixed.toString(), "--verify").exit()).isEqualTo(ExitCode.BAD_INPUT.code());
        Path older = folder.resolve("older");
        assertThat(run("backup", "--data", data.toString(), "--out", older.toString())
                        .exit())
                .isZero();
        Files.copy(last(older), mixed.resolve("1.journal"));
        Ran ended = run("restore", mixed.toString(), "--verify");
        assertThat(ended.exit()).isEqualTo(ExitCode.FINDINGS.code());
        assertThat(ended.err()).contains("is not the archive that the index lists");
    }

    /// The archive of the trial, whose name comes last among those of the database.
    private static Path last(Path backup) {
        int number = 1;
        while (Files.exists(backup.resolve(number + 1 + ".journal"))) {
            number++;
        }
        return backup.resolve(number + ".journal");
    }

    @Test
    void whoever_names_the_witness_is_told_that_a_backup_is_older_than_what_was_witnessed() throws IOException {
        Path file = Files.writeString(folder.resolve("witness"), witness.text());
        Path key = Files.writeString(
                folder.resolve("witness.key"), STAGE.signingKey().keyFile());
        Ran ended = run(
                "restore",
                backup.toString(),
                "--data",
                folder.resolve("set-back").toString(),
                "--witness",
                file.toString(),
                "--witness-key",
                key.toString());
        assertThat(ended.exit()).isEqualTo(ExitCode.FINDINGS.code());
        assertThat(ended.err())
                .contains("rejected at events " + (THEN + 1) + " to " + (THEN + EVERY)
                        + ": they were witnessed and are missing");
        assertThat(folder.resolve("set-back")).doesNotExist();
    }

    /// The database is exchanged while nobody looks. Where the witness saw more, nobody goes on from there.
    @Test
    void an_older_state_put_back_in_secret_is_refused_at_the_start() {
        int last = events.size();
        for (int i = 1; i <= OLDER; i++) {
            String name = "older " + i;
            int size = last * i / (OLDER + 1);
            database.keep(name, Stage.protocols(List.of(STAGE.study())));
            try (PostgresJournal journal = database.open(name)) {
                add(journal, 0, size);
                assertThatThrownBy(() -> watched(journal, witness))
                        .isInstanceOfSatisfying(
                                DisownedJournal.class,
                                why -> assertThat(why.where())
                                        .isEqualTo("events " + (journal.size() + 1) + " to " + last));
            }
        }
        MemoryJournal whole = new MemoryJournal();
        add(whole, 0, last);
        assertThat(watched(whole, witness).size()).isEqualTo(last);
    }

    @Test
    void a_backup_is_only_for_its_owner() throws IOException {
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(3);
        assertThat(Files.getPosixFilePermissions(backup.resolve("1.journal"))).hasSize(2);
        assertThat(EmbeddedPostgres.running(data)).isPresent();
    }
}
