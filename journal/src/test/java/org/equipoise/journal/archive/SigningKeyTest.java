package org.equipoise.journal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    /// Lines of seed, public key, message, signature; see reference/rfc8032-ed25519/case.md.
    static List<String> vectors() throws IOException {
        Path expected = Path.of(System.getProperty("equipoise.root"), "reference/rfc8032-ed25519/expected.csv");
        List<String> lines = Files.readAllLines(expected);
        return lines.subList(1, lines.size());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_seed_gives_the_key_and_signature_of_the_standard(String line) {
        String[] cells = line.split(",", -1);
        SigningKey key = SigningKey.ofSeed(HEX.parseHex(cells[0]));
        byte[] message = HEX.parseHex(cells[2]);
        byte[] signature = key.sign(message);
        assertThat(HEX.formatHex(key.publicKey())).isEqualTo(cells[1]);
        assertThat(HEX.formatHex(signature)).isEqualTo(cells[3]);
        assertThat(Ed25519.verifies(key.publicKey(), message, signature)).isTrue();
        assertThat(Ed25519.verifies(key.publicKey(), new byte[] {1}, signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void a_seed_of_another_length_is_refused(int length) {
        assertThatThrownBy(() -> SigningKey.ofSeed(new byte[length])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_key_file_is_one_line_and_read_back() {
        SigningKey key = SigningKey.ofSeed(new byte[32]);
        String text = key.keyFile();
        assertThat(text).isEqualTo("equipoise-key ed25519 " + HEX.formatHex(key.publicKey()) + "\n");
        assertThat(KeyFile.read(text)).hasValue(key.publicKey());
        assertThat(key.keyId()).isEqualTo(Sha256.of(key.publicKey()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "equipoise-key ed25519 " + PUBLIC,
                "equipoise-key ed25519 " + PUBLIC + "\r\n",
                "equipoise-key ed25519 " + PUBLIC + "\n\n",
                "equipoise-key ed25519 " + PUBLIC + "0\n",
                "equipoise-key ed25519 0" + PUBLIC + "\n",
                "equipoise-key  ed25519 " + PUBLIC + "\n",
                "Equipoise-key ed25519 " + PUBLIC + "\n"
            })
    void a_text_that_is_no_key_file_is_none(String text) {
        assertThat(KeyFile.read(text)).isEmpty();
    }
}
