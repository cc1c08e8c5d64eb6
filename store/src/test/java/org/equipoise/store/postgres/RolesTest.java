package org.equipoise.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.equipoise.store.Database;
import org.equipoise.store.Events;
import org.equipoise.store.OneServer;
import org.equipoise.store.UnfitDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "org.equipoise.store.OneServer#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class RolesTest {
    private static final String NOT_ALLOWED = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal.event SET body = ''",
                "UPDATE journal.event SET epoch = 99 WHERE seq = 1",
                "DELETE FROM journal.event",
                "TRUNCATE journal.event",
                "UPDATE journal.epoch SET epoch = 99",
                "DELETE FROM journal.epoch",
                "TRUNCATE journal.epoch",
                "DROP TABLE journal.event",
                "ALTER TABLE journal.event ADD COLUMN note text",
                "ALTER TABLE journal.event DISABLE TRIGGER ALL",
                "CREATE RULE quiet AS ON INSERT TO journal.event DO INSTEAD NOTHING",
                "CREATE INDEX ON journal.event (epoch)",
                "CREATE TABLE journal.event2 (seq bigint)",
                "INSERT INTO journal.event SELECT * FROM journal.event ON CONFLICT (study, seq) DO UPDATE SET body = ''",
                "MERGE INTO journal.event USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
                "BEGIN; LOCK TABLE journal.event IN ACCESS EXCLUSIVE MODE",
                "SET session_replication_role = replica",
                "SET ROLE equipoise_owner",
                "SELECT FROM migration.flyway_schema_history",
                "CREATE ROLE helper"
            })
    void the_application_can_add_to_the_journal_and_do_nothing_else_to_it(String attempt) throws SQLException {
        String study = OneServer.newStudy();
        try (PostgresJournal journal = OneServer.database().open(study)) {
            journal.append(Events.command(1, 1, "key"));
            journal.commit();
        }
        try (Connection connection = OneServer.application().connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(NOT_ALLOWED));
        }
    }

    @Test
    void who_owns_the_journal_does_not_serve() {
        assertThatThrownBy(() -> Database.at(OneServer.owner(), OneServer.owner()))
                .isInstanceOf(UnfitDatabase.class)
                .hasMessageContaining("equipoise_owner", "owns the journal", "Serve as a role of its own");
    }

    @Test
    void a_superuser_does_not_serve() {
        assertThatThrownBy(() -> Database.at(OneServer.owner(), OneServer.superuserHere()))
                .isInstanceOf(UnfitDatabase.class)
                .hasMessageContaining("is a superuser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT UPDATE ON journal.event TO stranger | may UPDATE on journal.event",
                "GRANT UPDATE (body) ON journal.event TO stranger | may UPDATE on journal.event",
                "GRANT DELETE ON journal.event TO PUBLIC | may DELETE on journal.event",
                "GRANT TRUNCATE ON journal.epoch TO stranger | may TRUNCATE on journal.epoch",
                "GRANT equipoise_owner TO stranger | owns the journal, or may become its owner",
                "GRANT postgres TO stranger | is a superuser, or may become one",
                "GRANT pg_write_all_data TO stranger | may DELETE on journal.event",
                "GRANT pg_execute_server_program TO stranger | may run programs",
                "GRANT CREATE ON SCHEMA journal TO stranger | may make tables beside the journal",
                "ALTER ROLE stranger CREATEROLE | may make roles",
                "ALTER ROLE stranger REPLICATION | may replicate"
            })
    void nobody_serves_who_could_change_the_journal_or_become_someone_who_can(String grantAndWhy) throws SQLException {
        String[] parts = grantAndWhy.split(" \\| ");
        try (Connection connection = OneServer.superuserHere().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE ROLE stranger NOINHERIT");
            statement.execute("GRANT USAGE ON SCHEMA journal TO stranger");
            statement.execute(parts[0]);
            statement.execute("SET LOCAL ROLE stranger");
            assertThatThrownBy(() -> Roles.requireFit(connection))
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("stranger", parts[1]);
            connection.rollback();
        }
    }

    @Test
    void a_stranger_with_nothing_more_than_he_needs_may_serve() throws SQLException {
        try (Connection connection = OneServer.superuserHere().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE ROLE stranger NOINHERIT");
            statement.execute("GRANT USAGE ON SCHEMA journal TO stranger");
            statement.execute("GRANT SELECT, INSERT ON journal.event, journal.epoch TO stranger");
            statement.execute("SET LOCAL ROLE stranger");
            Roles.requireFit(connection);
            connection.rollback();
        }
    }

    @Test
    void a_server_that_answers_before_it_is_sure_is_refused() throws SQLException {
        try (Connection connection = OneServer.application().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            assertThatThrownBy(() -> Roles.requireFit(connection))
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("synchronous_commit = off");
        }
    }

    @Test
    void the_embedded_server_is_as_durable_as_any() throws SQLException {
        try (Connection connection = OneServer.application().connect();
                Statement statement = connection.createStatement();
                ResultSet settings =
                        statement.executeQuery("SELECT current_setting('fsync'), current_setting('full_page_writes'),"
                                + " current_setting('synchronous_commit'), current_setting('data_checksums'),"
                                + " current_setting('password_encryption')")) {
            settings.next();
            for (int i = 1; i <= 4; i++) {
                assertThat(settings.getString(i)).isEqualTo("on");
            }
            assertThat(settings.getString(5)).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void the_owner_is_gone_when_serving_begins() throws SQLException {
        assertThat(OneServer.database()).isNotNull();
        try (Connection connection = OneServer.superuserHere().connect();
                Statement statement = connection.createStatement();
                ResultSet owners = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'equipoise_owner'")) {
            owners.next();
            assertThat(owners.getInt(1)).isZero();
        }
    }
}
