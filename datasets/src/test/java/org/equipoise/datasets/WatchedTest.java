package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.journal.confidence.TextReader;
import org.equipoise.journal.event.ConsentEvent.ConsentGiven;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.event.QueryEvent.Answer;
import org.equipoise.journal.event.QueryEvent.How;
import org.equipoise.journal.event.QueryEvent.QueryAnswered;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.expression.Vocabulary;
import org.equipoise.language.identity.ItemName;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.Answer.Known;
import org.equipoise.language.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs, queries, clocks, deviations and sealed values as tables, and what each role reads of them.
class WatchedTest {
    private static final ParticipantId ADA = new ParticipantId("A-0001");
    private static final String SECRET = "417.25";

    /// Ada up to week 4: a fall, a query about it and one about her pressures, and a renin that is sealed.
    private static Chronicle chronicle() {
        return new Chronicle()
                .enrolled("A-0001", "2026-03-09", "diabetes=no")
                .visit("A-0001", "W4", "2026-04-12", false)
                .submitted("A-0001", "W4", "pressure", "systolic=94", "diastolic=158", "dizzy=no")
                .queried("A-0001", 1, "C1", "W4", "pressure", 0)
                .entered("A-0001", "harm", 1, "term=fall", "started=2026-04-03", "ended=2026-04-01", "serious=yes")
                .queried("A-0001", 2, "C3", "log", "harm", 1)
                .add(new ReportingClockStarted(ADA, "harm", 1, "serious-to-sponsor", 0, 86_400_000_000L))
                .submitted("A-0001", "W4", "blood", "renin#c1f4e7", "tube=sound")
                .missed("A-0001", 2, "2026-03-16", DosingEvent.Reason.ADVERSE_EVENT);
    }

    private static Datasets blinded(Chronicle chronicle) {
        return Datasets.of(Studies.WATCHED, chronicle.events(), new TreatmentView.Blinded());
    }

    private static Datasets revealed(Chronicle chronicle) {
        return Datasets.of(Studies.WATCHED, chronicle.events(), TreatmentView.of(chronicle.events()));
    }

    @Test
    void an_entry_of_a_log_has_a_row_for_every_item_as_it_stands() {
        Chronicle chronicle = chronicle()
                .entered("A-0001", "harm", 2, "term=swelling", "started=2026-04", "serious=no")
                .entryCorrected("A-0001", "harm", 1, "ended?ongoing");
        assertThat(Printed.rows(blinded(chronicle).logs())).isEqualTo("""
                A-0001 | harm | 1 | term | fall | . | . [7.1]
                A-0001 | harm | 1 | started | 2026-04-03 | . | . [7.2]
                A-0001 | harm | 1 | ended | . | . | ongoing [13.1]
                A-0001 | harm | 1 | serious | yes | . | . [7.4]
                A-0001 | harm | 2 | term | swelling | . | . [12.1]
                A-0001 | harm | 2 | started | 2026-04 | . | . [12.2]
                A-0001 | harm | 2 | serious | no | . | . [12.3]
                """);
    }

    @Test
    void a_query_shows_how_far_it_has_come_and_cites_every_step() {
        Chronicle chronicle = chronicle()
                .add(new QueryAnswered(ADA, 1, Answer.CONFIRMED_AS_IS))
                .add(new QueryClosed(ADA, 1, How.ACCEPTED));
        assertThat(Printed.rows(blinded(chronicle).queries())).isEqualTo("""
                A-0001 | 1 | C1 | W4 | pressure | . | coordinator | closed | confirmed-as-is | accepted [6, 12, 13]
                A-0001 | 2 | C3 | log | harm | 1 | coordinator | open | . | . [8]
                """);
    }

    @Test
    void a_reporting_clock_shows_when_the_time_is_up() {
        assertThat(Printed.rows(blinded(chronicle()).reportingClocks())).isEqualTo("""
                A-0001 | harm | 1 | serious-to-sponsor | 1970-01-01T00:00:00Z | 1970-01-02T00:00:00Z [9]
                """);
    }

    @Test
    void a_code_break_has_a_row_with_the_time_at_which_it_occurred_and_no_arm() {
        Chronicle broken = chronicle().codeBroken("A-0001", "anaphylaxis", 1_774_755_600_000_000L);
        assertThat(Printed.rows(Datasets.of(
                                List.of(Studies.WATCHED),
                                broken.events(),
                                new TreatmentView.Blinded(),
                                TextReader.with(broken.keys()))
                        .unblindings()))
                .isEqualTo("""
                A-0001 | 1 | Dr Night | 2026-03-29T03:40:00Z | anaphylaxis [12]
                """);
        assertThat(Printed.rows(blinded(broken).unblindings())).contains("| (withheld) [12]");
        assertThat(text(Datasets.readBy("assessor", Studies.WATCHED, broken.events(), new TreatmentView.Blinded())))
                .as("what is hidden from the assessor may stand in the reason")
                .doesNotContain("anaphylaxis", "unblindings");
    }

    /// The published study names the event; 17:00 in Greenwich is the next day at its sites, when week 2 is over.
    @Test
    void a_code_break_is_an_intercurrent_event_from_the_next_planned_encounter() {
        Chronicle broken = new Chronicle()
                .add(new ConsentGiven(new ParticipantId("S01-0001"), "S01", LocalDate.parse("2016-03-07"), "1"))
                .eligible("S01-0001", "2016-03-07")
                .randomized("S01-0001", "2016-03-07", "sledai<12")
                .codeBroken("S01-0001", "anaphylaxis", 1_458_579_600_000_000L);
        assertThat(Printed.rows(Datasets.of(Studies.LUPUS, broken.events(), new TreatmentView.Blinded())
                        .intercurrentEvents()))
                .contains("S01-0001 | primary | unblinding | treatment-policy | W4 [4]");
    }

    @Test
    void deviations_are_what_the_record_shows_by_itself() {
        assertThat(Printed.rows(blinded(chronicle()).deviations())).isEqualTo("""
                A-0001 | visit-out-of-window | W4 | 2026-04-12, window 2026-04-09 to 2026-04-15 [4]
                A-0001 | dose-missed | 2 | 2026-03-16: adverse-event [11]
                """);
    }

    @Test
    void a_check_that_is_a_deviation_counts_until_a_correction_takes_it_back() {
        Chronicle confirmed = chronicle().queried("A-0001", 3, "C4", "W4", "pressure", 0);
        assertThat(Printed.rows(blinded(confirmed).deviations())).contains("A-0001 | check | C4 | W4 [12]");

        Chronicle corrected = confirmed.add(new QueryClosed(ADA, 3, How.CORRECTED));
        assertThat(Printed.rows(blinded(corrected).deviations())).doesNotContain("check");
    }

    @Test
    void a_sealed_value_is_absent_until_the_reveal_opens_it() {
        assertThat(Printed.rows(blinded(chronicle()).items())).contains("blood | renin | . | ng/L | sealed [10.1]");

        Chronicle opened = chronicle().revealed(Map.of("A-0001", "high")).opened("A-0001", 10, 1, SECRET);
        assertThat(Printed.rows(revealed(opened).items())).contains("blood | renin | 417.25 | ng/L | . [10.1, 13.1]");
        assertThat(Printed.rows(blinded(opened).items()))
                .as("a blinded view of a journal that holds the reveal")
                .contains("blood | renin | . | ng/L | sealed [10.1]");
    }

    @Test
    void what_is_hidden_from_the_assessor_is_in_no_table_that_the_assessor_reads() {
        String read =
                text(Datasets.readBy("assessor", Studies.WATCHED, chronicle().events(), new TreatmentView.Blinded()));

        assertThat(read).contains("systolic").doesNotContain("harm", "fall", "serious-to-sponsor", "renin", "C3");
        assertThat(text(blinded(chronicle()).all())).contains("harm", "fall", "serious-to-sponsor", "renin", "C3");
    }

    @Test
    void what_is_hidden_stays_hidden_after_the_reveal() {
        Chronicle opened = chronicle().revealed(Map.of("A-0001", "high")).opened("A-0001", 10, 1, SECRET);
        TreatmentView view = TreatmentView.of(opened.events());

        assertThat(text(Datasets.readBy("assessor", Studies.WATCHED, opened.events(), view)))
                .doesNotContain(SECRET, "renin", "fall");
        assertThat(text(Datasets.readBy("statistician", Studies.WATCHED, opened.events(), view)))
                .contains(SECRET, "fall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"coordinator", "investigator", "assessor", "pharmacist", "monitor", "statistician", "sponsor"})
    void no_role_reads_a_sealed_value_before_the_reveal(String role) {
        assertThat(text(Datasets.readBy(role, Studies.WATCHED, chronicle().events(), new TreatmentView.Blinded())))
                .doesNotContain(SECRET, "c1f4e7");
    }

    @Test
    void an_entry_is_judged_from_the_visit_that_asks() {
        Plan plan = new Plan(List.of(Studies.WATCHED));
        Courses courses = new Courses(plan, Reader.unrestricted(TextReader.WITHOUT_KEYS), false);
        chronicle().events().forEach(courses::after);
        Course ada = courses.byParticipant().getFirst();
        Reading reading = new Reading();

        List<Answers> entries = new VisitAnswers(plan, ada, plan.place("W4"), reading).entries("harm");

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().answer(new ItemName("harm", "term")))
                .isEqualTo(new Known(new Value.Code("fall")));
        assertThat(entries.getFirst().answer(new ItemName("pressure", "dizzy")))
                .isEqualTo(new Known(new Value.Code("no")));
        assertThat(entries.getFirst()
                        .at("W4")
                        .answer(Vocabulary.VISIT_DATE)
                        .span()
                        .low())
                .isEqualTo(BigDecimal.valueOf(LocalDate.of(2026, 4, 12).toEpochDay()));
        assertThat(reading.sources()).extracting(Source::toString).containsExactly("4", "5.3", "7.1");
    }

    private static String text(List<Dataset> datasets) {
        return datasets.stream()
                .flatMap(dataset -> Stream.of(dataset.name(), new String(Csv.write(dataset), StandardCharsets.UTF_8)))
                .reduce("", String::concat);
    }
}
