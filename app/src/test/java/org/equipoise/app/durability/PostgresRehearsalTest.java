package org.equipoise.app.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.state.Participant;
import org.equipoise.store.Database;
import org.equipoise.store.postgres.PostgresJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A whole trial through PostgreSQL, command by command.
@EnabledIf(
        value = "org.equipoise.app.durability.Trial#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class PostgresRehearsalTest {
    @TempDir
    Path folder;

    @Test
    void it_ends_with_the_same_root_as_in_memory_and_its_projections_say_what_its_state_says() throws Exception {
        String study = "pressure-dose";
        Stage stage = TestStudies.stage(study, 1, 1);
        Stage.Set memory = stage.ordinary((_, _, _) -> {});
        memory.trial().conduct();
        memory.trial().reveal();
        try (Database database = Database.in(folder);
                PostgresJournal journal = database.open(study)) {
            Stage.Set kept = stage.ordinary(journal, (_, _, _) -> {});
            kept.trial().conduct();
            kept.trial().reveal();

            assertThat(journal.root()).isEqualTo(memory.journal().root());
            try (PostgresJournal again = database.open(study)) {
                assertThat(again.root()).isEqualTo(memory.journal().root());
            }
            assertThat(database.projectionDifferences(study).values()).containsOnly(0L);
            assertThat(standings(study)).isEqualTo(standings(kept));
            database.rebuildProjections(study);
            assertThat(database.projectionDifferences(study).values()).containsOnly(0L);
        }
    }

    private static Map<String, String> standings(Stage.Set set) {
        Map<String, String> standings = new TreeMap<>();
        for (Participant participant : set.trial().state().participants()) {
            standings.put(participant.id().text(), participant.standing().name());
        }
        return standings;
    }

    private Map<String, String> standings(String study) throws Exception {
        Map<String, String> standings = new TreeMap<>();
        try (Connection connection = Trial.application(folder).connect();
                PreparedStatement asked = connection.prepareStatement(
                        "SELECT id, standing FROM projection.participant WHERE study = ?")) {
            asked.setString(1, study);
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    standings.put(found.getString(1), found.getString(2));
                }
            }
        }
        return standings;
    }
}
