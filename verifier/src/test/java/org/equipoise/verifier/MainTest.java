package org.equipoise.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] in = {};
    private Path archive;
    private Path key;

    @BeforeEach
    void write() throws IOException {
        archive = folder.resolve("journal");
        key = folder.resolve("journal.key");
        Files.write(archive, TestArchive.sample().bytes());
        Files.writeString(key, "equipoise-key ed25519 " + TestArchive.hex(TestArchive.KEY) + "\n");
    }

    private int run(Object... arguments) {
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return new Main(
                        new ByteArrayInputStream(in),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(texts);
    }

    @Test
    void a_sound_archive_ends_with_0_and_says_what_the_key_beside_it_proves() {
        assertThat(run(archive)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Verified: " + archive, "TOY-1", "events  12", key.toString(), "proves only");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_given_key_is_named() throws IOException {
        Path given = Files.move(key, folder.resolve("given.txt"));
        assertThat(run("--key", given, archive)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Trusted the key in " + given, "given with --key")
                .doesNotContain("proves only");
    }

    @Test
    void a_changed_archive_ends_with_1_and_names_the_event() throws IOException {
        byte[] changed = Files.readAllBytes(archive);
        changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("1:640")] = '2';
        Files.write(archive, changed);
        assertThat(run(archive)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Rejected: " + archive, "event 3: ", "(byte ");
    }

    @Test
    void wrong_usage_ends_with_2_and_a_sentence() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--kye", key, archive)).isEqualTo(2);
        assertThat(run(archive, "--key")).isEqualTo(2);
        assertThat(run(archive, archive)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("No archive is named.", "There is no flag --kye.", "--key needs one file", "one too many")
                .contains("Usage: ");
    }

    @Test
    void help_is_given_when_asked_for() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: ");
    }

    @Test
    void a_missing_archive_is_named_rather_than_its_key() {
        assertThat(run(folder.resolve("nothing"))).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("The archive " + folder.resolve("nothing") + " cannot be read: there is no such file.");
    }

    @Test
    void what_cannot_be_read_ends_with_3_and_a_sentence() throws IOException {
        assertThat(run(folder.resolve("nothing"), "--key", key)).isEqualTo(3);
        assertThat(run(folder, "--key", key)).isEqualTo(3);
        assertThat(run("a\0b", "--key", key)).isEqualTo(3);
        assertThat(run(archive, "--key", folder.resolve("no.key"))).isEqualTo(3);
        Files.writeString(key, "equipoise-key ed25519 00\n");
        assertThat(run(archive)).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no such file", "cannot be read", "one line `equipoise-key ed25519");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void an_archive_is_held_against_what_was_witnessed() throws IOException {
        TestCheckpoints checkpoints = new TestCheckpoints(TestArchive.sample());
        Path witness = folder.resolve("witness");
        Files.writeString(witness, checkpoints.witness(4, 9));
        assertThat(run(archive, "--witness", witness)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 checkpoints agree, up to event 9; what follows rests on the signature alone");
    }

    @Test
    void a_witness_keeps_what_extends_its_file_and_nothing_else() throws IOException {
        TestCheckpoints honest = new TestCheckpoints(TestArchive.sample());
        TestArchive other = TestArchive.sample();
        other.events.set(2, other.events.get(3));
        TestCheckpoints forged = new TestCheckpoints(other);
        Path witness = folder.resolve("witness");
        in = honest.growth(0, 4).getBytes(StandardCharsets.UTF_8);
        assertThat(run("witness", witness, "--key", key)).isZero();
        in = honest.growth(4, 9).getBytes(StandardCharsets.UTF_8);
        assertThat(run("witness", witness, "--key", key)).isZero();
        assertThat(witness).hasContent(honest.witness(4, 9));
        for (String growth : new String[] {
            honest.growth(4, 9), honest.growth(0, 12), honest.growth(7, 12), forged.growth(9, 12), "old 9\n"
        }) {
            in = growth.getBytes(StandardCharsets.UTF_8);
            assertThat(run("witness", witness, "--key", key)).as(growth).isEqualTo(1);
            assertThat(witness).hasContent(honest.witness(4, 9));
        }
        in = honest.growth(9, 12).getBytes(StandardCharsets.UTF_8);
        assertThat(run("witness", witness, "--key", key)).isZero();
        assertThat(witness).hasContent(honest.witness(4, 9, 12));
    }

    @Test
    void whoever_holds_an_earlier_checkpoint_checks_what_became_of_it() throws IOException {
        TestCheckpoints checkpoints = new TestCheckpoints(TestArchive.sample());
        Path growth = folder.resolve("growth");
        Path since = folder.resolve("since");
        Files.writeString(growth, checkpoints.growth(5, 12));
        Files.writeString(since, checkpoints.note(5));
        assertThat(run("growth", growth, "--since", since, "--key", key)).isZero();
        Files.writeString(since, checkpoints.note(6));
        assertThat(run("growth", growth, "--since", since, "--key", key)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("events  1 to 5 are the beginning of 12", "proof: ");
    }

    @Test
    void a_receipt_shows_its_event() throws IOException {
        TestCheckpoints checkpoints = new TestCheckpoints(TestArchive.sample());
        Path receipt = folder.resolve("receipt");
        Files.writeString(receipt, checkpoints.receipt(3, 9));
        assertThat(run("receipt", receipt, "--key", key)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("event   3 of the first 9", "1:640");
        assertThat(run("receipt", receipt)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("receipt needs --key FILE.");
    }
}
