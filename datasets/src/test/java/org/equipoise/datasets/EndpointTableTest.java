package org.equipoise.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;

class EndpointTableTest {
    private static final String[] BEFORE = Activity.form("arthritis=yes", "vasculitis=yes", "grade_renal=B");

    private static Dataset endpoints(Study study, Chronicle chronicle) {
        return Datasets.of(study, chronicle.events(), new TreatmentView.Blinded())
                .endpoints();
    }

    private static Chronicle enrolled() {
        return new Chronicle()
                .enrolled("S01-0001", "2015-06-30", "nephritis=no")
                .submitted("S01-0001", "W0", "activity", BEFORE);
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
        Chronicle chronicle = enrolled().submitted("S01-0001", "W12", "activity", Activity.form("vasculitis=yes"));
        assertThat(answer(chronicle)).isEqualTo("responder");
    }

    @Test
    void each_component_that_fails_is_named() {
        Chronicle chronicle = enrolled()
                .submitted(
                        "S01-0001",
                        "W12",
                        "activity",
                        Activity.form("vasculitis=yes", "arthritis=yes", "pga=1.3", "treatment_failure=yes"));
        assertThat(answer(chronicle)).isEqualTo("non-responder failed A C D");
    }

    @Test
    void a_visit_that_did_not_take_place_leaves_every_component_open() {
        assertThat(answer(enrolled())).isEqualTo("not-evaluable missing A B C D");
    }

    @Test
    void a_missing_component_is_named_unless_another_decides() {
        String[] pgaMissing = Activity.form("pga?not done");
        assertThat(answer(enrolled().submitted("S01-0001", "W12", "activity", pgaMissing)))
                .isEqualTo("not-evaluable missing C");
        assertThat(answer(enrolled()
                        .submitted("S01-0001", "W12", "activity", pgaMissing)
                        .corrected("S01-0001", "W12", "activity", "treatment_failure=yes")))
                .isEqualTo("non-responder failed D");
    }

    @Test
    void a_response_cites_every_item_change_it_read_and_the_correction_in_place_of_what_it_replaced() {
        Chronicle chronicle = enrolled()
                .submitted("S01-0001", "W12", "activity", Activity.form())
                .corrected("S01-0001", "W12", "activity", "pga=0.5");
        Row row = atWeekTwelve(endpoints(Studies.LUPUS, chronicle));
        // 24 descriptors, 9 grades and the global assessment at both visits; treatment failure at the visit only.
        assertThat(row.sources()).hasSize(34 + 35);
        assertThat(row.sources().stream().map(Source::toString))
                .contains("4.1", "4.25", "5.2", "6.1", "5.35")
                .doesNotContain("5.1", "4.35");
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
