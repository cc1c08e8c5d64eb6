package org.equipoise.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.equipoise.journal.archive.Archive;
import org.equipoise.journal.archive.ProtocolVersion;
import org.equipoise.journal.store.JournalUnavailable;
import org.equipoise.store.embedded.EmbeddedPostgres;
import org.equipoise.store.postgres.Connector;
import org.equipoise.store.postgres.Login;
import org.equipoise.store.postgres.PostgresJournal;
import org.equipoise.store.postgres.Projections;
import org.equipoise.store.postgres.Protocols;
import org.equipoise.store.postgres.Roles;
import org.equipoise.store.postgres.Snapshot;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// A database ready to keep trials: its tables are as this release wants them, and whoever serves can only add.
public final class Database implements AutoCloseable {
    private final Connector application;
    private final Optional<EmbeddedPostgres> embedded;

    private Database(Connector application, Optional<EmbeddedPostgres> embedded) {
        this.application = application;
        this.embedded = embedded;
    }

    /// A database of our own in a folder, which is made where it is not there.
    ///
    /// @throws UnfitDatabase if it cannot be started here
    public static Database in(Path folder) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        try {
            Roles.make(postgres.superuser(), postgres.owner(), postgres.application(), "equipoise");
            migrate(postgres.owner(), postgres.application().user());
            requireFit(postgres.application());
            return new Database(() -> postgres.application().connect(), Optional.of(postgres));
        } catch (SQLException e) {
            postgres.close();
            throw new UnfitDatabase("The database in " + folder + " cannot be prepared: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /// The database of a folder, to be read: the one that runs there, or else one that is started for it.
    ///
    /// @throws UnfitDatabase if there is none
    public static Database toRead(Path folder) {
        if (!EmbeddedPostgres.isIn(folder)) {
            throw new UnfitDatabase(
                    "There is no database in " + folder + ". Name the folder that was given as --data.");
        }
        return EmbeddedPostgres.running(folder)
                .map(login -> new Database(login, Optional.empty()))
                .orElseGet(() -> in(folder));
    }

    /// A database that someone else runs, to be read as it is.
    ///
    /// @throws UnfitDatabase if it cannot be reached, is too old, could lose something, or would be served by
    ///     someone who may change the journal
    public static Database toRead(Login application) {
        requireFit(application);
        return new Database(application, Optional.empty());
    }

    /// A database that someone else runs. The owner's connection is closed before anything is served.
    ///
    /// @throws UnfitDatabase if it cannot be reached, is too old, could lose something, or would be served by
    ///     someone who may change the journal
    public static Database at(Login owner, Login application) {
        migrate(owner, application.user());
        requireFit(application);
        return new Database(application, Optional.empty());
    }

    private static void migrate(Login owner, String application) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:org/equipoise/store/postgres")
                    .defaultSchema("migration")
                    .createSchemas(true)
                    .placeholders(Map.of("application", application))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new UnfitDatabase("The tables cannot be prepared as " + owner + ": " + e.getMessage(), e);
        }
    }

    private static void requireFit(Login application) {
        try (Connection connection = application.connect()) {
            Roles.requireFit(connection);
        } catch (SQLException e) {
            throw new UnfitDatabase("The database cannot be reached as " + application + ": " + e.getMessage(), e);
        }
    }

    /// Opens a study's journal for writing. Whoever had it open before can write no more. A database of our own that
    /// has ended is started again.
    ///
    /// @throws JournalUnavailable if the database is away, or does not start
    public PostgresJournal open(String study) {
        try {
            embedded.ifPresent(EmbeddedPostgres::resume);
        } catch (UnfitDatabase e) {
            throw new JournalUnavailable(
                    e.sentence()
                            + ". The trial goes on by itself as soon as it starts. Nothing that was answered is lost;"
                            + " what was not answered may be given again.",
                    e);
        }
        return PostgresJournal.open(application, study);
    }

    /// Keeps the files of protocol versions beside the journal that activates them.
    public void keep(String study, List<ProtocolVersion> versions) {
        Protocols.keep(application, study, versions);
    }

    /// Puts back a journal with its protocol, where nothing is of that name.
    public void restore(String study, Archive archive) {
        keep(study, archive.protocols());
        PostgresJournal.restore(application, study, archive.journal().events());
    }

    /// Every journal as it is now, to be read while others write.
    public Snapshot snapshot() {
        return Snapshot.of(application);
    }

    /// Makes the tables for reading anew from a study's journal.
    public void rebuildProjections(String study) {
        Projections.rebuild(application, study);
    }

    /// How many rows of each table for reading differ from what a study's journal says: none, if all is well.
    public SortedMap<String, Long> projectionDifferences(String study) {
        return Projections.differences(application, study);
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
