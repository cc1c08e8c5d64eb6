package org.equipoise.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.AllocationEvent.OpenedItem;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DispositionEvent.ParticipantDiscontinued;
import org.equipoise.journal.event.FormEvent.FormCorrected;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.PrivacyEvent.Ground;
import org.equipoise.journal.event.PrivacyEvent.PersonErased;
import org.equipoise.journal.event.QueryEvent.Answer;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.identity.Sealed;
import org.equipoise.store.Events;
import org.equipoise.store.OneServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf(
        value = "org.equipoise.store.OneServer#isPossible",
        disabledReason = "this build has no PostgreSQL for this machine")
class ProjectionsTest {
    private static final ParticipantId ADA = new ParticipantId("A-1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final String study = OneServer.newStudy();

    /// Everything the projections look at: what is written twice, sealed and opened, asked and answered.
    private static final List<TrialEvent> STORY = List.of(
            Events.consent(1),
            Events.consent(2),
            new FormSubmitted(
                    ADA,
                    "SCR",
                    "pressure",
                    List.of(
                            new ItemChange("systolic", "210", null),
                            new ItemChange("diastolic", null, "not done"),
                            new ItemChange("level", Sealed.of(new byte[] {1, 2})),
                            new ItemChange("verbatim", new Confidential("0b")))),
            new QueryRaised(ADA, 1, "C1", "SCR", "pressure", 0, "COORDINATOR"),
            new FormCorrected(
                    ADA, "SCR", "pressure", new Confidential("0a"), List.of(new ItemChange("systolic", "120", null))),
            new QueryAnswered(ADA, 1, Answer.CORRECTED),
            new EligibilityConfirmed(ADA, DAY, List.of()),
            new ParticipantDiscontinued(ADA, DAY, DispositionEvent.Reason.LOST_TO_FOLLOW_UP, null),
            new SealedItemsOpened(ADA, List.of(new OpenedItem(3, 3, "7"))),
            new PersonErased(ADA, Ground.REQUESTED));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 100})
    void the_tables_say_what_the_events_said_however_they_were_committed(int together) throws SQLException {
        write(together);
        assertThat(rows("SELECT id, standing, seq FROM projection.participant WHERE study = ? ORDER BY id"))
                .containsExactly("A-1 DISCONTINUED 8", "A-2 IN_SCREENING 2");
        assertThat(rows("SELECT item, value, missing, sealed, seq, ordinal FROM projection.item WHERE study = ?"
                        + " ORDER BY item"))
                .containsExactly(
                        "diastolic null not done f 3 2",
                        "level 7 null f 3 3",
                        "systolic 120 null f 5 1",
                        "verbatim null null f 3 4");
        assertThat(rows("SELECT participant, number, edit_check, stage FROM projection.query WHERE study = ?"))
                .containsExactly("A-1 1 C1 ANSWERED");
        assertThat(OneServer.database().projectionDifferences(study))
                .isEqualTo(Map.of("event", 0L, "participant", 0L, "item", 0L, "query", 0L));
    }

    @Test
    void a_row_that_someone_changed_is_found_and_made_anew() throws SQLException {
        write(4);
        try (Connection connection = OneServer.application().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE projection.item SET value = '121' WHERE item = 'systolic' AND study = '" + study + "'");
            statement.execute("DELETE FROM projection.query WHERE study = '" + study + "'");
        }
        assertThat(OneServer.database().projectionDifferences(study))
                .isEqualTo(Map.of("event", 0L, "participant", 0L, "item", 2L, "query", 1L));

        OneServer.database().rebuildProjections(study);

        assertThat(OneServer.database().projectionDifferences(study).values()).containsOnly(0L);
    }

    private void write(int together) {
        try (PostgresJournal journal = OneServer.database().open(study)) {
            List<JournalledEvent> batch = new ArrayList<>();
            for (TrialEvent event : STORY) {
                batch.add(Events.event(journal.size() + batch.size() + 1, "key " + event, event));
                if (batch.size() == together) {
                    journal.append(batch);
                    journal.commit();
                    batch.clear();
                }
            }
            journal.append(batch);
            journal.commit();
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = OneServer.application().connect();
                PreparedStatement asked = connection.prepareStatement(query)) {
            asked.setString(1, study);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.append(i == 1 ? "" : " ").append(found.getString(i));
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }
}
