package org.equipoise.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.equipoise.analysis.Account;
import org.equipoise.analysis.MadeTrial;
import org.equipoise.analysis.Repository;
import org.equipoise.analysis.report.Provenance.Assumption;
import org.equipoise.analysis.report.Provenance.Detail;
import org.equipoise.journal.event.StudyEvent.Mode;
import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.language.identity.Digest;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReportTest {
    private static Provenance provenance(Mode mode) {
        return new Provenance(
                mode,
                4812,
                new Digest("ab".repeat(32)),
                List.of(new Detail("Seed", "1")),
                List.of(
                        new Assumption("recovery_rate", "0.01475", "half-life 47 days, calibrated", "derived"),
                        new Assumption("noise_sd", "0.22", "<script>alert('x')</script> & more", "proposed")));
    }

    private static String blinded(Study study, MadeTrial trial) {
        TreatmentView view = new TreatmentView.Blinded();
        Account account = Account.of(study, trial.datasets(view), view);
        return Report.html(new ReportContent(study, new Status.Blinded(), account, provenance(Mode.REHEARSAL)));
    }

    private static String revealed(Study study, MadeTrial trial) {
        return revealed(study, trial, Mode.REHEARSAL);
    }

    private static String revealed(Study study, MadeTrial trial, Mode mode) {
        TreatmentView.Revealed view = trial.revealed();
        Account account = Account.of(study, trial.datasets(view), view);
        Status status = new Status.Revealed(view, Instant.parse("2017-05-01T08:30:00Z"));
        return Report.html(new ReportContent(study, status, account, provenance(mode)));
    }

    /// A trial with the published counts at week 12, in which two of 60 leave.
    private static MadeTrial published(String first, String second) {
        MadeTrial trial = new MadeTrial(Repository.MADE);
        for (int i = 0; i < 20; i++) {
            trial.failed(i % 3 == 0 ? new String[] {"I1", "E1"} : new String[] {"I1"});
        }
        trial.failed("E1").undecided().undecided();
        trial.responses("severe=yes", first, 6, 12)
                .responses("severe=no", first, 10, 17)
                .responses("severe=yes", second, 3, 13)
                .responses("severe=no", second, 6, 17);
        ParticipantId lost = trial.randomized("severe=no", first);
        trial.discontinued(lost);
        for (int each = 26; each < 45; each++) {
            trial.dosed(new ParticipantId("S01-00" + each), 1);
        }
        return trial.doseMissed(lost, 1);
    }

    private static MadeTrial pressure() {
        MadeTrial trial = new MadeTrial(Repository.PRESSURE);
        for (int i = 0; i < 20; i++) {
            trial.change(i % 3 == 0 ? "diabetes=yes" : "diabetes=no", "high", "-" + (9 + i * 7 % 11));
            trial.change(i % 4 == 0 ? "diabetes=yes" : "diabetes=no", i % 2 == 0 ? "low" : "placebo", "-" + i * 5 % 9);
        }
        return trial;
    }

    /// The words of the page, without its tags and with single spaces.
    private static String words(String html) {
        return html.substring(html.indexOf("</head>"))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void a_revealed_report_tells_the_planned_table_with_its_contrast_and_estimand() {
        String words = words(revealed(Repository.MADE, published("active", "placebo")));
        assertThat(words)
                .contains("T2. Better at week 8")
                .contains("Active 30 16 (53.3%) 1 ")
                .contains("Placebo 30 9 (30.0%) 0 reference")
                .contains("Method: Cochran-Mantel-Haenszel test")
                .contains("Who could not be evaluated counts as a non-responder.")
                .contains("Population All randomised participants")
                .contains("Rescue: composite variable: counts as non-response")
                .contains("Revealed by Dr Li on 2017-05-01 08:30 UTC")
                .contains("planned end of the trial");
    }

    @Test
    void it_tells_where_everyone_went_and_what_was_given() {
        String words = words(revealed(Repository.MADE, published("active", "placebo")));
        assertThat(words)
                .contains("Gave consent 83")
                .contains("Not randomised 23 Failed screening 21 Left before a decision, or undecided 2")
                .contains("I1 Aged 18 years or more inclusion 20")
                .contains("Randomised 60")
                .contains(
                        "Completed 29 Discontinued 1 – lost to follow up 1 In the primary analysis, W8 30 Could not be evaluated 1")
                .contains("Severe disease: yes 12 (40.0%) 13 (43.3%)")
                .contains("Active 30 19 120 19 (15.8%) 1 (0.8%) 100 (83.3%)");
    }

    @Test
    void a_rehearsal_says_first_that_it_is_simulated_and_a_live_trial_does_not() {
        String rehearsed = words(revealed(Repository.MADE, published("active", "placebo")));
        assertThat(rehearsed.strip()).startsWith("Simulated from assumptions.");
        assertThat(rehearsed).contains("does not claim that the treatment works", "recovery_rate 0.01475");
        assertThat(words(revealed(Repository.MADE, published("active", "placebo"), Mode.LIVE)))
                .doesNotContain("Simulated")
                .contains("has not been validated for trials with real participants");
    }

    @Test
    void no_byte_of_a_blinded_report_depends_on_the_arms() {
        String one = blinded(Repository.MADE, published("active", "placebo"));
        String other = blinded(Repository.MADE, published("placebo", "active"));
        assertThat(one).isEqualTo(other);
        assertThat(words(one))
                .contains("All randomised 60 25 (41.7%) 1", "this report knows no treatment")
                .doesNotContain("reference");
        assertThat(revealed(Repository.MADE, published("active", "placebo")))
                .isNotEqualTo(revealed(Repository.MADE, published("placebo", "active")));
    }

    @Test
    void a_blinded_report_refuses_an_account_by_arm() {
        MadeTrial trial = published("active", "placebo");
        TreatmentView view = trial.revealed();
        Account account = Account.of(Repository.MADE, trial.datasets(view), view);
        assertThatThrownBy(
                        () -> new ReportContent(Repository.MADE, new Status.Blinded(), account, provenance(Mode.LIVE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_difference_of_means_is_in_the_unit_of_the_item() {
        assertThat(words(revealed(Repository.PRESSURE, pressure())))
                .contains("Mean change, mmHg", "Difference, mmHg", "95% CI", "linear model with group and stratum")
                .contains("Placebo 10 0");
    }

    @Test
    void what_cannot_be_estimated_is_said_in_a_note() {
        MadeTrial trial = new MadeTrial(Repository.MADE).responses("severe=no", "placebo", 9, 30);
        assertThat(words(revealed(Repository.MADE, trial)))
                .contains("Active 0 0 0 not estimable", "not estimable, a group has no units");
    }

    @Test
    void the_page_stands_alone_and_escapes_what_it_prints() {
        String html = revealed(Repository.MADE, published("active", "placebo"));
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; more")
                .doesNotContain("<script", "http:", "https:", "src=", "url(", "@import");
        assertThat(revealed(Repository.MADE, published("active", "placebo"))).isEqualTo(html);
    }

    private static ObjectNode cells(MadeTrial trial, TreatmentView view, Status status) {
        Account account = Account.of(Repository.MADE, trial.datasets(view), view);
        return Report.cells(
                new ReportContent(Repository.MADE, status, account, provenance(Mode.REHEARSAL)), trial.datasets(view));
    }

    private static ObjectNode cells(MadeTrial trial) {
        return cells(
                trial, trial.revealed(), new Status.Revealed(trial.revealed(), Instant.parse("2017-05-01T08:30:00Z")));
    }

    @Test
    void every_number_that_rests_on_rows_names_them_and_their_item_changes() {
        MadeTrial trial = published("active", "placebo");
        String html = revealed(Repository.MADE, trial);
        ObjectNode cells = cells(trial);
        List<String> marked = Pattern.compile("data-cell=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(marked).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(cells.get("cells").propertyNames()).containsExactlyInAnyOrderElementsOf(marked);
        assertThat(marked)
                .contains("headline-1", "flow-consented", "flow-excluded", "flow-excluded-1", "flow-randomised")
                .contains("flow-1-allocated-1", "flow-1-completed-1", "flow-2-primary-W8-1");
        JsonNode responders = cells.get("cells").get("T2-1-3");
        assertThat(responders.get("text").asString()).isEqualTo("16 (53.3%)");
        assertThat(responders.get("rows")).hasSize(30);
        JsonNode row = cells.get("datasets")
                .get("endpoints")
                .get("rows")
                .get(responders.get("rows").get(0).asString());
        assertThat(row.get("values").toString()).contains("\"better\",\"W8\",\"responder\"");
        assertThat(row.get("sources").asString()).matches("[0-9]+\\.[0-9]+( [0-9]+\\.[0-9]+)*");
    }

    @Test
    void a_fingerprint_changes_with_any_value_it_rests_on() {
        MadeTrial trial = published("active", "placebo");
        String before =
                cells(trial).get("cells").get("T2-1-3").get("fingerprint").asString();
        trial.state(new ParticipantId("S01-0083"), "W8", "no", "no", "9", "no");
        assertThat(cells(trial).get("cells").get("T2-1-3").get("fingerprint").asString())
                .isNotEqualTo(before)
                .hasSize(16);
        assertThat(cells(published("active", "placebo"))
                        .get("cells")
                        .get("T2-1-3")
                        .get("fingerprint")
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void where_numbers_of_a_blinded_report_come_from_tells_no_arm_either() {
        TreatmentView view = new TreatmentView.Blinded();
        assertThat(cells(published("active", "placebo"), view, new Status.Blinded()))
                .isEqualTo(cells(published("placebo", "active"), view, new Status.Blinded()));
    }

    @Test
    void lines_of_single_participants_are_not_drawn_while_the_trial_is_blind() {
        assertThat(words(blinded(Repository.MADE, published("active", "placebo"))))
                .contains("F2. Level of each participant: not drawn while treatments are blinded");
        assertThat(revealed(Repository.MADE, published("active", "placebo"))).contains("data-cell=\"F2-1-S01-0024\"");
    }

    @Test
    void what_was_published_stands_beside_what_the_same_analyses_give() {
        assertThat(words(revealed(Repository.MADE, published("active", "placebo"))))
                .contains("Agrees by the planned test * 16/29 (55.2%) 9/30 (30.0%)")
                .contains("0.0524 0.052 agrees Agrees by other tests")
                .contains("0.0280 0.027 agrees with Pearson chi-square test; ")
                .contains("0.0580 0.036 not reproduced; printed percentage of active is not that of the count")
                .contains("– no p printed")
                .contains("Level 6 10 The model is too slow.")
                .contains("Two denominators. table");
    }

    @Test
    void a_live_trial_has_no_model_to_be_compared() {
        assertThat(words(revealed(Repository.MADE, published("active", "placebo"), Mode.LIVE)))
                .doesNotContain("The model is too slow");
    }
}
