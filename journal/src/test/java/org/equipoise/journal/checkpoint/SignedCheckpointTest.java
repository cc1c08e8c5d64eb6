package org.equipoise.journal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.equipoise.journal.archive.Ed25519;
import org.equipoise.journal.archive.SigningKey;
import org.equipoise.language.identity.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedCheckpointTest {
    private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
    private static final SigningKey OTHER = SigningKey.ofSeed(HexFormat.of().parseHex("01".repeat(32)));
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(Checkpoint.origin("pressure-dose"), 412, new Digest("ab".repeat(32)));
    private static final String NOTE = SignedCheckpoint.sign(CHECKPOINT, KEY).note();

    @Test
    void what_was_signed_is_read_again() {
        assertThat(SignedCheckpoint.read(NOTE, KEY.publicKey()))
                .hasValueSatisfying(read -> assertThat(read.checkpoint()).isEqualTo(CHECKPOINT));
    }

    @Test
    void it_has_five_lines() {
        assertThat(NOTE.split("\n", -1)).hasSize(6);
        assertThat(NOTE).startsWith("equipoise/pressure-dose\n412\nq6urq6").contains("\n\n— equipoise/pressure-dose ");
    }

    @Test
    void another_key_did_not_sign_it() {
        assertThat(SignedCheckpoint.read(NOTE, OTHER.publicKey())).isEmpty();
    }

    @Test
    void any_change_of_any_character_is_seen() {
        for (int at = 0; at < NOTE.length(); at++) {
            for (char c : "A1/= \n\0é".toCharArray()) {
                String changed = NOTE.substring(0, at) + c + NOTE.substring(at + 1);
                if (!changed.equals(NOTE)) {
                    assertThat(SignedCheckpoint.read(changed, KEY.publicKey()))
                            .as("%d", at)
                            .isEmpty();
                }
            }
            assertThat(SignedCheckpoint.read(NOTE.substring(0, at), KEY.publicKey()))
                    .isEmpty();
        }
        assertThat(SignedCheckpoint.read(NOTE + "\n", KEY.publicKey())).isEmpty();
    }

    /// The note that documents golang.org/x/mod/sumdb/note, signed by other software under the same rules.
    @Test
    void keys_are_named_and_notes_signed_as_elsewhere() {
        String name = "PeterNeumann";
        byte[] key = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] raw = Arrays.copyOfRange(key, 1, 33);
        byte[] signed = Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        String text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        assertThat(HexFormat.of().formatHex(SignedCheckpoint.keyId(name, raw))).isEqualTo("c74f20a3");
        assertThat(signed).startsWith(SignedCheckpoint.keyId(name, raw));
        assertThat(Ed25519.verifies(raw, text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signed, 4, 68)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pressure-dose, equipoise/pressure-dose", "a b+c, equipoise/a%20b%2Bc", "Zürich, equipoise/Z%C3%BCrich"
    })
    void an_origin_has_no_space_and_no_plus(String study, String origin) {
        assertThat(Checkpoint.origin(study)).isEqualTo(origin);
    }
}
