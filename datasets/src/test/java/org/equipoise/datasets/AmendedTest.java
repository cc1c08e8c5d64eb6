package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;

/// The record of a trial whose protocol was amended while people were in it: the second version takes the pulse and has
/// a visit in week 2.
class AmendedTest {
    private static final List<Study> VERSIONS = List.of(Studies.PRESSURE, Studies.AMENDED);

    /// Before, across with and without asking, and after.
    private static Chronicle chronicle() {
        return new Chronicle()
                .enrolled("A-0001", "2026-03-02", "diabetes=no")
                .visit("A-0001", "D1", "2026-03-02", true)
                .submitted("A-0001", "D1", "pressure", "systolic=160", "diastolic=95", "dizzy=no")
                .enrolled("A-0002", "2026-03-02", "diabetes=no")
                .enrolled("A-0003", "2026-03-02", "diabetes=no")
                .completed("A-0003", "2026-03-05")
                .amended(2, "A-0002")
                .renewed("A-0001", "2026-03-10")
                .visit("A-0001", "W2", "2026-03-13", true)
                .submitted("A-0001", "W2", "pressure", "systolic=150", "diastolic=90", "dizzy=no", "pulse=72")
                .consent("A-0004", "2026-03-12");
    }

    private static Datasets amended(Chronicle chronicle) {
        return Datasets.of(VERSIONS, chronicle.events(), new TreatmentView.Blinded());
    }

    @Test
    void every_version_that_applied_to_someone_is_a_row() {
        assertThat(Printed.rows(amended(chronicle()).versions())).isEqualTo("""
                A-0001 | 1 | consent | 2026-03-02 [1]
                A-0001 | 2 | renewed-consent | 2026-03-10 [15]
                A-0002 | 1 | consent | 2026-03-02 [6]
                A-0002 | 2 | without-asking | . [14]
                A-0003 | 1 | consent | 2026-03-02 [9]
                A-0004 | 2 | consent | 2026-03-12 [18]
                """);
    }

    @Test
    void an_item_of_one_version_stands_once_and_was_not_asked_in_the_other() {
        assertThat(Printed.rows(amended(chronicle()).items())).isEqualTo("""
                A-0001 | D1 | pressure | systolic | 160 | mm[Hg] | . [5.1]
                A-0001 | D1 | pressure | diastolic | 95 | mm[Hg] | . [5.2]
                A-0001 | D1 | pressure | dizzy | no | . | . [5.3]
                A-0001 | D1 | pressure | pulse | . | /min | not asked in version 1 [5]
                A-0001 | W2 | pressure | systolic | 150 | mm[Hg] | . [17.1]
                A-0001 | W2 | pressure | diastolic | 90 | mm[Hg] | . [17.2]
                A-0001 | W2 | pressure | dizzy | no | . | . [17.3]
                A-0001 | W2 | pressure | pulse | 72 | /min | . [17.4]
                """);
    }

    @Test
    void what_was_asked_in_the_first_version_alone_keeps_its_place() {
        Chronicle chronicle = new Chronicle()
                .consent("A-0001", "2026-03-02")
                .visit("A-0001", "SCR", "2026-03-02", true)
                .submitted("A-0001", "SCR", "pressure", "systolic=160", "diastolic=95", "dizzy=no", "pulse=72")
                .amended(2, "A-0001")
                .visit("A-0001", "D1", "2026-03-09", true)
                .submitted("A-0001", "D1", "pressure", "systolic=150", "diastolic=90", "dizzy=no");

        Datasets backwards = Datasets.of(
                List.of(Studies.AMENDED, Studies.PRESSURE), chronicle.events(), new TreatmentView.Blinded());

        assertThat(Printed.rows(backwards.items()))
                .contains(
                        "A-0001 | SCR | pressure | pulse | 72 | /min | . [3.4]",
                        "A-0001 | D1 | pressure | pulse | . | /min | not asked in version 2 [7]");
    }

    @Test
    void a_correction_may_answer_afterwards_what_was_not_asked() {
        Chronicle chronicle = chronicle().corrected("A-0001", "D1", "pressure", "pulse=80");

        assertThat(Printed.rows(amended(chronicle).items()))
                .contains("A-0001 | D1 | pressure | pulse | 80 | /min | . [19.1]")
                .doesNotContain("not asked");
    }

    @Test
    void a_version_that_is_not_at_hand_is_an_error() {
        Chronicle chronicle = chronicle().amended(3, "A-0002");
        Chronicle written = chronicle
                .visit("A-0002", "D1", "2026-03-20", true)
                .submitted("A-0002", "D1", "pressure", "systolic=160", "diastolic=95", "dizzy=no");

        assertThatThrownBy(() -> amended(written))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 3 that is not at hand");
    }

    @Test
    void one_version_reads_all_there_is_as_a_proposal_does() {
        Datasets proposed = Datasets.of(Studies.AMENDED, chronicle().events(), new TreatmentView.Blinded());

        assertThat(Printed.rows(proposed.items())).doesNotContain("not asked").contains("| pulse | 72 |");
    }
}
