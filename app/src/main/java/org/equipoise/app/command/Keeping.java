package org.equipoise.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.equipoise.app.ExitCode;
import org.equipoise.app.Stop;
import org.equipoise.app.staging.Runner;
import org.equipoise.app.staging.Stage;
import org.equipoise.journal.checkpoint.DisownedJournal;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.journal.store.Superseded;
import org.equipoise.protocol.reading.Study;
import org.equipoise.store.Database;
import org.equipoise.store.UnfitDatabase;
import org.equipoise.store.postgres.PostgresJournal;

/// Where a rehearsed trial's journal is kept. In PostgreSQL each rehearsal has a journal of its own, whose name is
/// told.
enum Keeping {
    MEMORY,
    POSTGRES;

    /// Refuses what does not go together.
    void require(Runner runner, Installation installation) {
        if (this == MEMORY && installation.isNamed()) {
            throw new Stop(ExitCode.USAGE, "--data and --database go with --store postgres.");
        }
        if (this == POSTGRES) {
            installation.require("--store postgres needs ");
        }
        if (this == POSTGRES && runner == Runner.KERNEL) {
            throw new Stop(ExitCode.USAGE, "The kernel keeps no journal. Use --runner full with --store postgres.");
        }
    }

    /// An empty journal, and what is kept apart from it where it is kept.
    record Place(Journal journal, Optional<Apart> apart) {}

    /// The folders of the vault and of the personal keys.
    record Apart(Path vault, Path people) {}

    /// Opens an empty journal, lets it be used, and closes it.
    void keep(Study study, Installation installation, PrintWriter tell, Consumer<Place> use) {
        if (this == MEMORY) {
            try {
                use.accept(new Place(new MemoryJournal(), Optional.empty()));
            } catch (DisownedJournal e) {
                throw disowned(e);
            }
            return;
        }
        String id = UUID.randomUUID().toString();
        String name = study.id() + " rehearsal " + id;
        Optional<Apart> apart = installation
                .folder()
                .map(folder -> new Apart(
                        folder.resolve("vault").resolve(id),
                        folder.resolve("people").resolve(id)));
        try (Database database = installation.open();
                PostgresJournal journal = database.open(name)) {
            database.keep(name, Stage.protocols(List.of(study)));
            use.accept(new Place(journal, apart));
            tell.println("Kept as: " + name);
            apart.ifPresent(folders -> {
                if (Files.exists(folders.vault())) {
                    tell.println("Its vault: " + folders.vault());
                }
                tell.println("Its people's keys: " + folders.people());
            });
        } catch (UnfitDatabase e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.sentence());
        } catch (DisownedJournal e) {
            throw disowned(e);
        } catch (JournalUnavailable | Superseded e) {
            throw new Stop(ExitCode.ENVIRONMENT, e.getMessage() + " The rehearsal stops: begin it again.");
        }
    }

    private static Stop disowned(DisownedJournal e) {
        return new Stop(
                ExitCode.FINDINGS,
                "The witness disowns the journal, " + e.where() + ": " + e.getMessage()
                        + " Nothing more is written. Keep everything as it is and find out why.");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
