package org.equipoise.app.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.equipoise.app.tamper.Corruptions.Corrupted;
import org.equipoise.app.tamper.Corruptions.Honest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "org.equipoise.app.tamper.Judge#isPossible",
        disabledReason = "the second verifier needs python3 with the package cryptography")
class AgreementTest {
    private static final Honest HONEST = Honest.of("pressure-dose", 120, 5);

    @Test
    void both_verify_what_is_honest() {
        byte[] key = HONEST.key().publicKey();
        try (Judge judge = new Judge(key)) {
            judge.give(HONEST.archive(), HONEST.witness());
            assertThat(Agreement.verdict(HONEST.archive(), key, HONEST.witness()))
                    .isEqualTo("verified");
            assertThat(judge.verdict()).isEqualTo("verified");
        }
    }

    @Test
    void both_reject_thousands_of_corrupted_archives_and_name_the_same_place() {
        assertThat(Agreement.faults(HONEST, 0, 3_000)).isEmpty();
    }

    /// Otherwise the test above would see nothing.
    @Test
    void what_is_let_pass_judged_differently_or_placed_elsewhere_is_seen() {
        byte[] key = HONEST.key().publicKey();
        try (Judge judge = new Judge(key);
                Judge another = new Judge(HONEST.otherKey().publicKey())) {
            assertThat(Agreement.faults(
                            HONEST, judge, _ -> new Corrupted(HONEST.archive(), HONEST.witness(), ""), 0, 2))
                    .hasSize(2);
            assertThat(Agreement.faults(HONEST, another, number -> Corruptions.of(HONEST, number), 0, 2))
                    .hasSize(2);
            Corrupted cut = Corruptions.of(HONEST, List.of(Corruption.values()).indexOf(Corruption.TAIL_CUT));
            Corrupted elsewhere = new Corrupted(cut.archive(), cut.witness(), "event 1");
            assertThat(Agreement.faults(HONEST, judge, _ -> elsewhere, 0, 2)).hasSize(2);
        }
    }
}
