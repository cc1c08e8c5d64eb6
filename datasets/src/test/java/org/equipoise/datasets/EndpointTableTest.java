package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;

class EndpointTableTest {
    private static Dataset endpoints(Study study, Chronicle chronicle) {
        return Datasets.of(study, chronicle.events(), new TreatmentView.Blinded())
                .endpoints();
    }

    private static Chronicle enrolled() {
        Chronicle chronicle = new Chronicle().enrolled("S01-0001", "2015-06-30", "nephritis=no");
        return Activity.visit(chronicle, "W0", "2015-06-30", "arthritis=yes", "vasculitis=yes", "grade_renal=B");
    }

    private static Chronicle weekTwelve(Chronicle chronicle, String... overrides) {
        return Activity.visit(chronicle, "W12", "2015-09-22", overrides);
    }

    private static Row atWeekTwelve(Dataset endpoints) {
        return endpoints.rows().stream()
                .filter(row -> endpoints.value(row, "endpoint").orElseThrow().equals("sri4"))
                .filter(row -> endpoints.value(row, "encounter").orElseThrow().equals("W12"))
                .findFirst()
                .orElseThrow();
    }

    private static String answer(Chronicle chronicle) {
        Dataset endpoints = endpoints(Studies.LUPUS, chronicle);
        Row row = atWeekTwelve(endpoints);
        return endpoints.value(row, "response").orElseThrow()
                + endpoints
                        .value(row, "failed")
                        .map(failed -> " failed " + failed)
                        .orElse("")
                + endpoints
                        .value(row, "missing")
                        .map(missing -> " missing " + missing)
                        .orElse("");
    }

    @Test
    void a_fall_of_four_points_without_worsening_is_a_response() {
        assertThat(answer(weekTwelve(enrolled(), "vasculitis=yes"))).isEqualTo("responder");
    }

    @Test
    void each_component_that_fails_is_named() {
        assertThat(answer(weekTwelve(
                        enrolled(), "vasculitis=yes", "arthritis=yes", "pga=1.3", "prohibited_medication=yes")))
                .isEqualTo("non-responder failed A C D");
    }

    @Test
    void a_visit_that_did_not_take_place_leaves_every_component_open() {
        assertThat(answer(enrolled())).isEqualTo("not-evaluable missing A B C D");
    }

    @Test
    void a_missing_component_is_named_unless_another_decides() {
        assertThat(answer(weekTwelve(enrolled(), "pga?not done"))).isEqualTo("not-evaluable missing C");
        assertThat(answer(weekTwelve(enrolled(), "pga?not done")
                        .corrected("S01-0001", "W12", "treatment", "iv_pulse=yes")))
                .isEqualTo("non-responder failed D");
    }

    @Test
    void a_failure_at_one_visit_is_a_failure_at_every_later_one() {
        Chronicle chronicle = Activity.visit(enrolled(), "W4", "2015-07-28", "iv_pulse=yes");
        assertThat(answer(weekTwelve(chronicle))).isEqualTo("non-responder failed D");
    }

    @Test
    void a_log_can_decide_a_component() {
        Chronicle chronicle =
                enrolled().entered("S01-0001", "medication", 1, "kind=biologic", "started=2015-08-01", "ended?ongoing");
        assertThat(answer(weekTwelve(chronicle))).isEqualTo("non-responder failed D");
        Chronicle later = enrolled().entered("S01-0001", "medication", 1, "kind=biologic", "started=2015-10-01");
        assertThat(answer(weekTwelve(later))).isEqualTo("responder");
        assertThat(answer(later.entryCorrected("S01-0001", "medication", 1, "started=2015-09-01")))
                .isEqualTo("non-responder failed D");
    }

    @Test
    void a_response_cites_every_item_change_it_read_and_the_correction_in_place_of_what_it_replaced() {
        Chronicle chronicle = weekTwelve(enrolled()).corrected("S01-0001", "W12", "pga", "pga=0.5");
        Row row = atWeekTwelve(endpoints(Studies.LUPUS, chronicle));
        // The global assessment: of day 1, and at week 12 as corrected.
        assertThat(row.sources().stream().map(Source::toString))
                .contains("6.1", "14.1")
                .doesNotContain("11.1");
        // 24 descriptors and 9 grades at both visits.
        assertThat(row.sources().stream().filter(source -> source.seq() == 7)).hasSize(24);
        assertThat(row.sources().stream().filter(source -> source.seq() == 12)).hasSize(24);
        assertThat(row.sources().stream().filter(source -> source.seq() == 8)).hasSize(9);
    }

    @Test
    void only_randomised_participants_have_endpoints() {
        Chronicle chronicle = new Chronicle()
                .consent("S01-0001", "2015-06-30")
                .submitted("S01-0001", "SCR", "activity", Activity.form());
        assertThat(endpoints(Studies.LUPUS, chronicle).rows()).isEmpty();
    }

    @Test
    void a_change_is_exact_and_missing_where_either_visit_is_or_lies_beyond_a_limit() {
        Chronicle chronicle = new Chronicle();
        for (int i = 1; i <= 5; i++) {
            chronicle.enrolled("A-000" + i, "2026-03-02", "diabetes=no");
        }
        chronicle
                .submitted("A-0001", "D1", "pressure", "systolic=158.4")
                .submitted("A-0001", "W8", "pressure", "systolic=141")
                .submitted("A-0002", "D1", "pressure", "systolic=158")
                .submitted("A-0003", "W8", "pressure", "systolic=150")
                .submitted("A-0004", "D1", "pressure", "systolic=160")
                .submitted("A-0004", "W8", "pressure", "systolic=>299")
                .submitted("A-0005", "D1", "pressure", "systolic=160")
                .submitted("A-0005", "W8", "pressure", "systolic?cuff broken");
        assertThat(Printed.rows(endpoints(Studies.PRESSURE, chronicle))).isEqualTo("""
                A-0001 | systolic_change | W8 | . | . | . | 158.4 | 141 | -17.4 | mm[Hg] [16.1, 17.1]
                A-0002 | systolic_change | W8 | . | . | W8 | 158 | . | . | mm[Hg] [18.1]
                A-0003 | systolic_change | W8 | . | . | D1 | . | 150 | . | mm[Hg] [19.1]
                A-0004 | systolic_change | W8 | . | . | W8 | 160 | . | . | mm[Hg] [20.1, 21.1]
                A-0005 | systolic_change | W8 | . | . | W8 | 160 | . | . | mm[Hg] [22.1, 23.1]
                """);
    }
}
