package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equipoise.journal.event.DispositionEvent;
import org.equipoise.journal.event.DosingEvent;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatasetsTest {

    private static Datasets pressure(Chronicle chronicle) {
        return blinded(Studies.PRESSURE, chronicle);
    }

    private static Datasets lupus(Chronicle chronicle) {
        return blinded(Studies.LUPUS, chronicle);
    }

    private static Datasets blinded(Study study, Chronicle chronicle) {
        return Datasets.of(study, chronicle.events(), new TreatmentView.Blinded());
    }

    private static Datasets revealed(Study study, Chronicle chronicle) {
        return Datasets.of(study, chronicle.events(), TreatmentView.of(chronicle.events()));
    }

    @Nested
    class Participants {
        @Test
        void everyone_who_gave_consent_has_a_row_whatever_came_after() {
            Chronicle chronicle = new Chronicle()
                    .consent("A-0004", "2026-03-05")
                    .enrolled("A-0003", "2026-03-04", "diabetes=no")
                    .enrolled("A-0002", "2026-03-03", "diabetes=yes")
                    .consent("A-0001", "2026-03-02")
                    .failed("A-0001", "2026-03-03", "I2", "E1")
                    .completed("A-0002", "2026-04-28")
                    .discontinued("A-0003", "2026-03-20", DispositionEvent.Reason.LOST_TO_FOLLOW_UP)
                    .consent("A-0005", "2026-03-06")
                    .withdrawn("A-0005", "2026-03-07", "changed her mind");
            assertThat(Printed.rows(pressure(chronicle).participants())).isEqualTo("""
                    A-0001 | A | 2026-03-02 | screening-failed | I2 E1 | . | . | . | . | . | . | . [8, 9]
                    A-0002 | A | 2026-03-03 | eligible | . | 2026-03-03 | 2 | diabetes=yes | completed | 2026-04-28 | . | . [5, 6, 7, 10]
                    A-0003 | A | 2026-03-04 | eligible | . | 2026-03-04 | 1 | diabetes=no | discontinued | 2026-03-20 | lost-to-follow-up | . [2, 3, 4, 11]
                    A-0004 | A | 2026-03-05 | . | . | . | . | . | . | . | . | . [1]
                    A-0005 | A | 2026-03-06 | . | . | . | . | . | consent-withdrawn | 2026-03-07 | . | (withheld) [12, 13]
                    """);
        }

        @Test
        void a_revealed_record_has_one_column_more_and_cites_the_reveal_for_it() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("A-0001", "2026-03-02", "diabetes=no")
                    .enrolled("A-0002", "2026-03-02", "diabetes=no")
                    .consent("A-0003", "2026-03-02")
                    .revealed(Map.of("A-0001", "low", "A-0002", "placebo"));
            Datasets blinded = blinded(Studies.PRESSURE, chronicle);
            Datasets revealed = revealed(Studies.PRESSURE, chronicle);

            Dataset participants = revealed.participants();
            assertThat(participants.rows().stream().map(row -> participants.value(row, "arm")))
                    .containsExactly(Optional.of("low"), Optional.of("placebo"), Optional.empty());
            assertThat(participants.rows().stream().map(row -> row.sources().toString()))
                    .containsExactly("[1, 2, 3, 8]", "[4, 5, 6, 8]", "[7]");
            assertThat(withoutArm(participants)).isEqualTo(blinded.participants());
            assertThat(revealed.all().stream().skip(1))
                    .isEqualTo(blinded.all().stream().skip(1).toList());
        }

        private static Dataset withoutArm(Dataset revealed) {
            int arm = revealed.place("arm");
            List<Column> columns = new ArrayList<>(revealed.columns());
            columns.remove(arm);
            List<Row> rows = revealed.rows().stream()
                    .map(row -> {
                        List<Optional<String>> values = new ArrayList<>(row.values());
                        values.remove(arm);
                        return new Row(
                                values,
                                row.sources().stream()
                                        .filter(source -> source.seq() != 8)
                                        .toList());
                    })
                    .toList();
            return new Dataset(revealed.name(), revealed.label(), columns, rows);
        }

        @Test
        void a_blinded_reading_of_a_journal_that_holds_the_reveal_shows_neither_arm_nor_sealed_bytes() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("A-0001", "2026-03-02", "diabetes=no")
                    .revealed(Map.of("A-0001", "placebo"));
            String tables = csv(blinded(Studies.PRESSURE, chronicle));
            assertThat(tables).contains("A-0001").doesNotContain("placebo", "code-0", Chronicle.SEALED, "arm");
        }

        @Test
        void a_reveal_that_gives_a_randomised_participant_no_arm_is_an_error() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("A-0001", "2026-03-02", "diabetes=no")
                    .revealed(Map.of());
            Datasets revealed = revealed(Studies.PRESSURE, chronicle);
            assertThatThrownBy(revealed::participants).hasMessageContaining("A-0001");
        }
    }

    private static String csv(Datasets datasets) {
        StringBuilder text = new StringBuilder();
        datasets.all().forEach(dataset -> text.append(new String(Csv.write(dataset), StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Nested
    class Visits {
        @Test
        void visits_stand_in_the_order_of_the_schedule_and_one_that_did_not_take_place_has_no_row() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("A-0001", "2026-03-02", "diabetes=no")
                    .visit("A-0001", "W8", "2026-05-04", false)
                    .visit("A-0001", "D1", "2026-03-02", true);
            assertThat(Printed.rows(pressure(chronicle).visits())).isEqualTo("""
                    A-0001 | D1 | 2026-03-02 | 2026-02-27 | 2026-03-05 | yes [5]
                    A-0001 | W8 | 2026-05-04 | 2026-05-01 | 2026-05-07 | no [4]
                    """);
        }
    }

    @Nested
    class Items {
        @Test
        void an_item_shows_what_was_last_entered_and_cites_the_change_that_wrote_it() {
            Chronicle chronicle = new Chronicle()
                    .consent("A-0001", "2026-03-02")
                    .submitted("A-0001", "SCR", "pressure", "systolic=185", "diastolic=99.50", "dizzy=no")
                    .corrected("A-0001", "SCR", "pressure", "dizzy?not asked", "systolic=158");
            assertThat(Printed.rows(pressure(chronicle).items())).isEqualTo("""
                    A-0001 | SCR | pressure | systolic | 158 | mm[Hg] | . [3.2]
                    A-0001 | SCR | pressure | diastolic | 99.50 | mm[Hg] | . [2.2]
                    A-0001 | SCR | pressure | dizzy | . | . | not asked [3.1]
                    """);
        }

        @Test
        void rows_follow_participant_schedule_and_form_and_an_item_never_answered_has_none() {
            Chronicle chronicle = new Chronicle()
                    .consent("A-0002", "2026-03-02")
                    .consent("A-0001", "2026-03-02")
                    .submitted("A-0002", "SCR", "pressure", "dizzy=no", "systolic=150")
                    .submitted("A-0001", "W4", "pressure", "systolic=141")
                    .submitted("A-0001", "SCR", "pressure", "systolic=<160")
                    .submitted("A-0001", "SCR", "entry", "diabetes=yes", "age=44");
            assertThat(Printed.rows(pressure(chronicle).items())).isEqualTo("""
                    A-0001 | SCR | entry | age | 44 | a | . [6.2]
                    A-0001 | SCR | entry | diabetes | yes | . | . [6.1]
                    A-0001 | SCR | pressure | systolic | <160 | mm[Hg] | . [5.1]
                    A-0001 | W4 | pressure | systolic | 141 | mm[Hg] | . [4.1]
                    A-0002 | SCR | pressure | systolic | 150 | mm[Hg] | . [3.2]
                    A-0002 | SCR | pressure | dizzy | no | . | . [3.1]
                    """);
        }
    }

    @Nested
    class Scores {
        @Test
        void a_score_adds_the_items_as_they_stand_and_cites_each() {
            Chronicle chronicle = new Chronicle()
                    .consent("S01-0001", "2015-06-30")
                    .submitted("S01-0001", "SCR", "activity", Activity.form("arthritis=yes", "rash=yes"))
                    .corrected("S01-0001", "SCR", "activity", "fever=yes");
            Dataset scores = lupus(chronicle).scores();
            Row row = scores.rows().getFirst();
            assertThat(row.values())
                    .containsExactly(
                            Optional.of("S01-0001"),
                            Optional.of("SCR"),
                            Optional.of("activity"),
                            Optional.of("sledai"),
                            Optional.of("7"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("{score}"));
            assertThat(row.sources()).hasSize(24);
            assertThat(row.sources().getFirst()).hasToString("2.1");
            assertThat(row.sources().getLast()).hasToString("3.1");
            assertThat(scores.rows()).hasSize(3);
        }

        @Test
        void a_score_with_an_item_missing_has_limits_and_no_value() {
            Chronicle chronicle = new Chronicle()
                    .consent("S01-0001", "2015-06-30")
                    .submitted(
                            "S01-0001",
                            "SCR",
                            "activity",
                            Activity.form("arthritis=yes", "seizure?not done", "rash?not done"));
            Row row = lupus(chronicle).scores().rows().getFirst();
            assertThat(row.values().subList(4, 7))
                    .containsExactly(Optional.empty(), Optional.of("4"), Optional.of("14"));
        }
    }

    @Nested
    class Doses {
        @Test
        void doses_stand_by_their_number_given_or_missed() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("A-0001", "2026-03-02", "diabetes=no")
                    .dosed("A-0001", 1, "2026-03-02", "K-731")
                    .missed("A-0001", 2, "2026-03-09", DosingEvent.Reason.FORGOTTEN);
            assertThat(Printed.rows(pressure(chronicle).doses())).isEqualTo("""
                    A-0001 | 1 | 2026-03-02 | 2026-03-02 | K-731 | . | . [4]
                    A-0001 | 2 | 2026-03-09 | . | . | forgotten | . [5]
                    """);
        }
    }

    @Nested
    class Misfits {
        @Test
        void an_event_that_fits_neither_the_study_nor_the_events_before_it_is_an_error() {
            Chronicle known = new Chronicle().consent("A-0001", "2026-03-02");
            assertThatThrownBy(() -> pressure(known.submitted("A-0001", "SCR", "pressure", "pulse=70")))
                    .hasMessageContaining("pulse");
            assertThatThrownBy(() -> pressure(new Chronicle().visit("A-0009", "SCR", "2026-03-02", true)))
                    .hasMessageContaining("before the consent of A-0009");
            assertThatThrownBy(() -> pressure(new Chronicle()
                            .consent("A-0001", "2026-03-02")
                            .corrected("A-0001", "SCR", "pressure", "dizzy=no")))
                    .hasMessageContaining("before it was submitted");
            assertThatThrownBy(() -> pressure(
                            new Chronicle().consent("A-0001", "2026-03-02").visit("A-0001", "W9", "2026-03-02", true)))
                    .hasMessageContaining("W9");
            assertThatThrownBy(() -> pressure(new Chronicle()
                            .consent("A-0001", "2026-03-02")
                            .failed("A-0001", "2026-03-02")
                            .eligible("A-0001", "2026-03-02")))
                    .hasMessageContaining("event 3 repeats what event 2");
        }
    }

    @Nested
    class Logs {
        private static Chronicle chronicle() {
            return new Chronicle()
                    .enrolled("S01-0001", "2015-06-30", "nephritis=no")
                    .entered(
                            "S01-0001", "adverse_event", 1, "term=fever", "started=2015-07-02", "grade=1", "serious=no")
                    .entered("S01-0001", "adverse_event", 2, "term=pneumonia", "grade=3", "serious=yes")
                    .entryCorrected("S01-0001", "adverse_event", 1, "grade=2");
        }

        @Test
        void entries_stand_by_their_number_as_corrected() {
            assertThat(Printed.rows(lupus(chronicle()).logs())).isEqualTo("""
                    S01-0001 | adverse_event | 1 | term | fever | . | . [4.1]
                    S01-0001 | adverse_event | 1 | started | 2015-07-02 | . | . [4.2]
                    S01-0001 | adverse_event | 1 | grade | 2 | 1 | . [6.1]
                    S01-0001 | adverse_event | 1 | serious | no | . | . [4.4]
                    S01-0001 | adverse_event | 2 | term | pneumonia | . | . [5.1]
                    S01-0001 | adverse_event | 2 | grade | 3 | 1 | . [5.2]
                    S01-0001 | adverse_event | 2 | serious | yes | . | . [5.3]
                    """);
        }

        @Test
        void adverse_events_are_counted_by_kind_and_rest_on_the_entries_counted() {
            assertThat(Printed.rows(lupus(chronicle()).adverseEvents()).lines())
                    .contains(
                            "S01-0001 | any | 2 [4.1, 4.2, 4.4, 5.1, 5.2, 5.3, 6.1]",
                            "S01-0001 | serious | 1 [5.1, 5.2, 5.3]",
                            "S01-0001 | fever | 1 [4.1, 4.2, 4.4, 6.1]",
                            "S01-0001 | injection_site | 0 []");
        }
    }

    @Nested
    class SealedItems {
        private static final TreatmentView BLINDED = new TreatmentView.Blinded();

        private static Chronicle chronicle() {
            return new Chronicle()
                    .enrolled("S01-0001", "2015-06-30", "nephritis=no")
                    .sealed("S01-0001", "W2", "cytometry", "treg_percent");
        }

        private static Chronicle revealed() {
            return chronicle().revealed(Map.of("S01-0001", "il2")).opened("S01-0001", 4, 1, "11.5");
        }

        @Test
        void a_sealed_value_is_absent_and_says_why() {
            assertThat(Printed.rows(lupus(chronicle()).items()))
                    .isEqualTo("S01-0001 | W2 | cytometry | treg_percent | . | % | sealed [4.1]\n");
        }

        @Test
        void what_was_opened_is_known_to_a_revealed_view_and_to_no_other() {
            Chronicle chronicle = revealed();
            assertThat(Printed.rows(Datasets.of(Studies.LUPUS, chronicle.events(), TreatmentView.of(chronicle.events()))
                            .items()))
                    .isEqualTo("S01-0001 | W2 | cytometry | treg_percent | 11.5 | % | . [4.1, 6.1]\n");
            assertThat(Printed.rows(Datasets.of(Studies.LUPUS, chronicle.events(), BLINDED)
                            .items()))
                    .isEqualTo("S01-0001 | W2 | cytometry | treg_percent | . | % | sealed [4.1]\n");
        }
    }

    @Nested
    class Sets {
        @Test
        void who_is_in_a_set_and_why_not_names_its_events() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("S01-0001", "2015-06-30", "nephritis=no")
                    .dosed("S01-0001", 1, "2015-06-30", "K-1");
            assertThat(Printed.rows(lupus(chronicle).analysisSets())).isEqualTo("""
                    S01-0001 | randomized | yes | . [3]
                    S01-0001 | treated | yes | . [3, 4]
                    S01-0001 | per-protocol | no | share of doses 0.0476 below 0.80 [3, 4]
                    """);
        }

        @Test
        void exposure_counts_what_was_given_of_the_whole_regimen() {
            Chronicle chronicle = new Chronicle()
                    .enrolled("S01-0001", "2015-06-30", "nephritis=no")
                    .dosed("S01-0001", 1, "2015-06-30", "K-1")
                    .dosed("S01-0001", 2, "2015-07-02", "K-1")
                    .missed("S01-0001", 3, "2015-07-04", DosingEvent.Reason.DID_NOT_COME);
            assertThat(Printed.rows(lupus(chronicle).exposure()))
                    .isEqualTo("S01-0001 | 21 | 2 | 1 | 0.0952 | 2015-06-30 | 2015-07-02 [4, 5, 6]\n");
        }
    }
}
