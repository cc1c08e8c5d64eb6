package org.equipoise.store.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.TextPlace;
import org.equipoise.language.identity.Confidential;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.store.UnfitDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private static final ParticipantId ADA = new ParticipantId("S01-0001");
    private static final ParticipantId BEA = new ParticipantId("S01-0002");
    private static final TextPlace PLACE = new TextPlace(7, "reason");

    @TempDir
    private Path above;

    private Path folder;
    private int drawn;

    @BeforeEach
    void name() {
        folder = above.resolve("people").resolve("trial");
    }

    private KeyFolder open() {
        return KeyFolder.open(folder, _ -> {
            byte[] secret = new byte[PersonalKey.SECRET];
            Arrays.fill(secret, (byte) ++drawn);
            return secret;
        });
    }

    @Test
    void a_key_is_there_again_when_the_folder_is_opened_again_and_is_its_participants_alone() {
        Confidential concealed;
        try (KeyFolder keys = open()) {
            keys.make(ADA);
            keys.make(BEA);
            concealed = keys.find(ADA).orElseThrow().conceal(PLACE, "fell");
        }
        try (KeyFolder keys = open()) {
            keys.make(ADA);
            assertThat(keys.find(ADA).orElseThrow().read(PLACE, concealed)).isEqualTo("fell");
            PersonalKey another = keys.find(BEA).orElseThrow();
            assertThatThrownBy(() -> another.read(PLACE, concealed)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void only_the_owner_reads_the_folder_and_the_files() throws IOException {
        try (KeyFolder keys = open()) {
            keys.make(ADA);
        }
        assertThat(permissions(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(KeyFolderTest::permissions)).hasSize(2).containsOnly("rw-------");
        }
    }

    @Test
    void an_erased_key_is_gone_from_the_folder_for_ever_and_the_log_says_so() throws IOException {
        try (KeyFolder keys = open()) {
            keys.make(ADA);
            keys.make(BEA);
            keys.erase(ADA);
            keys.erase(ADA);
        }
        assertThat(folder.resolve("S01-0001.key")).doesNotExist();
        assertThat(folder.resolve("S01-0002.key")).exists();
        assertThat(Files.readString(folder.resolve("erased.log"), StandardCharsets.ISO_8859_1))
                .containsOnlyOnce("S01-0001")
                .doesNotContain("S01-0002");
        try (KeyFolder keys = open()) {
            assertThat(keys.find(ADA)).isEmpty();
            assertThat(keys.find(BEA)).isPresent();
            assertThatThrownBy(() -> keys.make(ADA)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_bytes_of_an_erased_key_are_overwritten_and_not_only_unlinked() throws IOException {
        Path another = above.resolve("another name of the same file");
        try (KeyFolder keys = open()) {
            keys.make(ADA);
            Files.createLink(another, folder.resolve("S01-0001.key"));
            assertThat(Files.readAllBytes(another)).containsOnly(1);
            keys.erase(ADA);
        }
        assertThat(Files.readAllBytes(another)).hasSize(PersonalKey.SECRET).containsOnly(0);
    }

    @Test
    void an_erasure_that_a_stop_cut_short_is_completed_when_it_is_asked_again() throws IOException {
        try (KeyFolder keys = open()) {
            keys.make(ADA);
        }
        Files.delete(folder.resolve("S01-0001.key"));
        try (KeyFolder keys = open()) {
            keys.erase(ADA);
            assertThatThrownBy(() -> keys.make(ADA)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_key_that_comes_back_with_a_backup_is_destroyed_when_it_is_asked_again() throws IOException {
        byte[] backup;
        try (KeyFolder keys = open()) {
            keys.make(ADA);
            backup = Files.readAllBytes(folder.resolve("S01-0001.key"));
            keys.erase(ADA);
        }
        Files.write(folder.resolve("S01-0001.key"), backup);
        try (KeyFolder keys = open()) {
            keys.erase(ADA);
            assertThat(keys.find(ADA)).isEmpty();
        }
    }

    @Test
    void a_key_that_was_not_written_whole_was_never_one_and_is_made_again() throws IOException {
        try (KeyFolder keys = open()) {
            Files.write(folder.resolve("S01-0001.key"), new byte[3]);
            assertThatThrownBy(() -> keys.find(ADA)).isInstanceOf(UnfitDatabase.class);
            keys.make(ADA);
            assertThat(keys.find(ADA)).isPresent();
        }
    }

    @Test
    void two_programs_do_not_have_it_open_at_once_and_no_identifier_leads_out_of_it() {
        try (KeyFolder keys = open()) {
            assertThatThrownBy(this::open).isInstanceOf(UnfitDatabase.class);
            assertThatThrownBy(() -> keys.make(new ParticipantId("../S01-0001")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
