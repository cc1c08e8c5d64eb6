package org.equipoise.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.equipoise.store.Database;
import org.equipoise.store.Events;
import org.equipoise.store.Pen;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.postgres.PostgresJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "org.equipoise.store.OneServer#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void what_was_kept_is_there_after_a_stop_and_a_start() throws IOException {
        try (Database database = Database.in(folder);
                PostgresJournal journal = database.open("study")) {
            journal.append(Events.command(1, 1, "key"));
            journal.commit();
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords"))))
                .isEqualTo("rw-------");
        try (Database database = Database.in(folder);
                PostgresJournal journal = database.open("study")) {
            assertThat(journal.size()).isEqualTo(2);
        }
    }

    @Test
    void a_server_that_ended_is_started_again_when_the_journal_is_opened_again() throws Exception {
        try (Database database = Database.in(folder);
                Pen pen = new Pen(() -> database.open("study"))) {
            assertThat(pen.take().size()).isZero();
            long server = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle ending = ProcessHandle.of(server).orElseThrow();
            ending.destroyForcibly();
            ending.onExit().get();
            PostgresJournal after = pen.take();
            after.append(Events.command(1, 1, "key"));
            after.commit();
            assertThat(after.size()).isEqualTo(2);
        }
    }

    @Test
    void one_program_at_a_time_uses_a_folder() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("Another Equipoise uses " + folder);
            assertThat(first.application().toString())
                    .doesNotContain(first.application().password());
        }
    }

    @Test
    void a_power_cut_before_the_server_wrote_its_number_does_not_keep_it_from_starting() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.createFile(folder.resolve("data/postmaster.pid"));
        EmbeddedPostgres.start(folder).close();
    }

    @Test
    void a_number_left_behind_that_is_now_another_process_does_not_keep_it_from_starting() throws IOException {
        EmbeddedPostgres.start(folder).close();
        Files.write(
                folder.resolve("data/postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        folder + "/data",
                        "1",
                        "5432",
                        "",
                        "",
                        "",
                        "ready"));
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
            assertThat(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                            .getFirst()
                            .strip())
                    .isNotEqualTo(Long.toString(ProcessHandle.current().pid()));
            assertThat(again.application().url()).doesNotContain(":5432/");
        }
    }
}
