package org.equipoise.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
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
        MadeTrial trial = new MadeTrial(Repository.LUPUS);
        for (int i = 0; i < 20; i++) {
            trial.failed(i % 3 == 0 ? new String[] {"I6", "E6"} : new String[] {"I6"});
        }
        trial.failed("I4").undecided().undecided();
        trial.responses("nephritis=yes", first, 6, 12)
                .responses("nephritis=no", first, 10, 17)
                .responses("nephritis=yes", second, 3, 13)
                .responses("nephritis=no", second, 6, 17);
        ParticipantId lost = trial.randomized("nephritis=no", first);
        trial.discontinued(lost);
        for (int dose = 1; dose < 20; dose++) {
            trial.dosed(new ParticipantId("S01-00" + (25 + dose)), dose);
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
        String words = words(revealed(Repository.LUPUS, published("il2", "placebo")));
        assertThat(words)
                .contains("T1. SRI-4 response at week 12")
                .contains("Low-dose IL-2 30 16 (53.3%) 1 ")
                .contains("Placebo 30 9 (30.0%) 0 reference")
                .contains("Method: Cochran-Mantel-Haenszel test")
                .contains("Who could not be evaluated counts as a non-responder.")
                .contains("Population All randomised participants")
                .contains("Prohibited medication or rescue: composite (non-response)")
                .contains("Revealed by Dr Li on 2017-05-01 08:30 UTC")
                .contains("planned end of the trial");
    }

    @Test
    void it_tells_where_everyone_went_and_what_was_given() {
        String words = words(revealed(Repository.LUPUS, published("il2", "placebo")));
        assertThat(words)
                .contains("Gave consent 83")
                .contains("Not randomised 23 Failed screening 21 Left before a decision, or undecided 2")
                .contains("I6 SLEDAI of at least 8 inclusion 20")
                .contains("Randomised 60")
                .contains("Completed 29 Discontinued 1 In the primary analysis 30")
                .contains("Lupus nephritis: yes 12 (40.0%) 13 (43.3%)")
                .contains("Low-dose IL-2 30 19 630 19 (3.0%) 1 (0.2%) 610 (96.8%)");
    }

    @Test
    void a_rehearsal_says_first_that_it_is_simulated_and_a_live_trial_does_not() {
        String rehearsed = words(revealed(Repository.LUPUS, published("il2", "placebo")));
        assertThat(rehearsed.strip()).startsWith("Simulated from assumptions.");
        assertThat(rehearsed).contains("does not claim that the treatment works", "recovery_rate 0.01475");
        assertThat(words(revealed(Repository.LUPUS, published("il2", "placebo"), Mode.LIVE)))
                .doesNotContain("Simulated")
                .contains("has not been validated for trials with real participants");
    }

    @Test
    void no_byte_of_a_blinded_report_depends_on_the_arms() {
        String one = blinded(Repository.LUPUS, published("il2", "placebo"));
        String other = blinded(Repository.LUPUS, published("placebo", "il2"));
        assertThat(one).isEqualTo(other);
        assertThat(words(one))
                .contains("All randomised 60 25 (41.7%) 1", "this report knows no treatment")
                .doesNotContain("reference");
        assertThat(revealed(Repository.LUPUS, published("il2", "placebo")))
                .isNotEqualTo(revealed(Repository.LUPUS, published("placebo", "il2")));
    }

    @Test
    void a_blinded_report_refuses_an_account_by_arm() {
        MadeTrial trial = published("il2", "placebo");
        TreatmentView view = trial.revealed();
        Account account = Account.of(Repository.LUPUS, trial.datasets(view), view);
        assertThatThrownBy(
                        () -> new ReportContent(Repository.LUPUS, new Status.Blinded(), account, provenance(Mode.LIVE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_difference_of_means_is_in_the_unit_of_the_item() {
        assertThat(words(revealed(Repository.PRESSURE, pressure())))
                .contains("Mean change, mm[Hg]", "Difference, mm[Hg]", "95% CI", "linear model with group and stratum")
                .contains("Placebo 10 0");
    }

    @Test
    void what_cannot_be_estimated_is_said_in_a_note() {
        MadeTrial trial = new MadeTrial(Repository.LUPUS).responses("nephritis=no", "placebo", 9, 30);
        assertThat(words(revealed(Repository.LUPUS, trial)))
                .contains("Low-dose IL-2 0 0 0 not estimable", "not estimable, a group has no units");
    }

    @Test
    void the_page_stands_alone_and_escapes_what_it_prints() {
        String html = revealed(Repository.LUPUS, published("il2", "placebo"));
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; more")
                .doesNotContain("<script", "http:", "https:", "src=", "url(", "@import");
        assertThat(revealed(Repository.LUPUS, published("il2", "placebo"))).isEqualTo(html);
    }
}
