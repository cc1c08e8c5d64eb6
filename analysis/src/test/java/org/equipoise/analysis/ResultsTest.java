package org.equipoise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.equipoise.journal.treatment.TreatmentView;
import org.equipoise.protocol.reading.Study;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultsTest {
    private static JsonNode revealed(Study study, MadeTrial trial) {
        TreatmentView view = trial.revealed();
        return Results.endpoints(Analyst.answer(study, trial.datasets(view), view))
                .get(0);
    }

    private static JsonNode blinded(Study study, MadeTrial trial) {
        TreatmentView view = new TreatmentView.Blinded();
        return Results.endpoints(Analyst.answer(study, trial.datasets(view), view))
                .get(0);
    }

    private static MadeTrial published() {
        return new MadeTrial(Repository.MADE)
                .responses("severe=no", "active", 16, 29)
                .responses("severe=no", "placebo", 9, 30);
    }

    @Test
    void a_revealed_result_has_every_field_at_full_precision() {
        JsonNode result = revealed(Repository.MADE, published());
        assertThat(result.toString()).startsWith("""
                {"id":"better","analysis":"primary","estimand":"main","at":"W8","role":"primary",\
                "summary":"Difference in the proportion of responders","arms":[\
                {"arm":"active","n":29,"missing":0,"responders":16,"estimate":0.5517241379310345},\
                {"arm":"placebo","n":30,"missing":0,"responders":9,"estimate":0.3}],"contrasts":[\
                {"arm":"active","reference":"placebo","measure":"risk-difference","estimate":0.2517241379310345,"ci":[\
                """);
        JsonNode contrast = result.get("contrasts").get(0);
        assertThat(contrast.get("ci")).hasSize(2).allMatch(JsonNode::isDouble);
        assertThat(contrast.get("confidence").decimalValue()).isEqualByComparingTo("0.95");
        assertThat(contrast.get("p").isDouble()).isTrue();
        assertThat(contrast.get("method").asString()).contains("Mantel-Haenszel", "Miettinen-Nurminen");
    }

    @Test
    void a_change_tells_its_unit_and_measure() {
        MadeTrial trial = new MadeTrial(Repository.PRESSURE)
                .change("diabetes=no", "high", "-20")
                .change("diabetes=no", "high", "-10")
                .change("diabetes=no", "placebo", "2")
                .change("diabetes=no", "placebo", "1");
        JsonNode result = revealed(Repository.PRESSURE, trial);
        assertThat(result.get("unit").asString()).isEqualTo("mm[Hg]");
        assertThat(result.get("contrasts").get(0).get("measure").asString()).isEqualTo("mean-difference");
        assertThat(result.get("contrasts").get(0).get("estimate").doubleValue()).isEqualTo(-16.5);
    }

    @Test
    void what_cannot_be_estimated_is_absent_and_a_note_says_why() {
        JsonNode result =
                revealed(Repository.MADE, new MadeTrial(Repository.MADE).responses("severe=no", "placebo", 9, 30));
        assertThat(result.get("arms").get(0).toString()).isEqualTo("""
                {"arm":"active","n":0,"missing":0,"responders":0,"note":"nobody to estimate it from"}""");
        JsonNode contrast = result.get("contrasts").get(0);
        assertThat(contrast.propertyNames()).containsExactly("arm", "reference", "measure", "method", "note");
        assertThat(contrast.get("note").asString()).isEqualTo("a group has no units");
    }

    @Test
    void a_blinded_result_is_pooled_and_has_neither_arms_nor_contrasts() {
        JsonNode result = blinded(Repository.MADE, published());
        assertThat(result.toString()).isEqualTo("""
                {"id":"better","analysis":"primary","estimand":"main","at":"W8","role":"primary",\
                "summary":"Difference in the proportion of responders","pooled":\
                {"n":59,"missing":0,"responders":25,"estimate":0.423728813559322}}""");
    }

    @Test
    void participants_and_doses_are_counts() {
        MadeTrial trial = published().failed("I6");
        trial.dosed(trial.randomized("severe=no", "active"), 1);
        TreatmentView view = trial.revealed();
        Account account = Account.of(Repository.MADE, trial.datasets(view), view);
        assertThat(Results.participants(account.flow()).toString())
                .isEqualTo("{\"screened\":61,\"randomized\":60,\"completed\":59,\"discontinued\":0}");
        assertThat(Results.dosing(account.dosing()).toString()).isEqualTo("""
                {"arms":[{"arm":"active","participants":30,"treated":1,"due":120,"given":1,"missed":0},\
                {"arm":"placebo","participants":30,"treated":0,"due":120,"given":0,"missed":0}]}""");
        TreatmentView blinded = new TreatmentView.Blinded();
        assertThat(Results.dosing(Dosing.of(Repository.MADE, trial.datasets(blinded), blinded))
                        .toString())
                .isEqualTo("""
                {"pooled":{"participants":60,"treated":1,"due":240,"given":1,"missed":0}}""");
    }
}
