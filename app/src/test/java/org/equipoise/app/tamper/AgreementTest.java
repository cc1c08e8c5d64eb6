package org.equipoise.app.tamper;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Agreement.on(HONEST, 0, 3_000).disagreements()).isEmpty();
    }
}
