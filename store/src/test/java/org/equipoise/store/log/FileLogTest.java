package org.equipoise.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.equipoise.journal.store.MemoryLog;
import org.equipoise.store.UnfitDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogTest {
    private static final List<String> WORDS = List.of("one", "", "three", "第四", "five");

    @TempDir
    Path folder;

    private Path written() {
        Path file = folder.resolve("vault.log");
        try (FileLog log = FileLog.open(file)) {
            WORDS.forEach(word -> log.append(word.getBytes(StandardCharsets.UTF_8)));
        }
        return file;
    }

    private static List<String> read(FileLog log) {
        return log.entries().stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void what_was_appended_is_there_when_it_is_opened_again() {
        try (FileLog log = FileLog.open(written())) {
            assertThat(read(log)).isEqualTo(WORDS);
            MemoryLog memory = new MemoryLog();
            log.entries().forEach(memory::append);
            assertThat(log.root()).isEqualTo(memory.root());
        }
    }

    /// Cut at every byte: what is whole stays, what was being written is gone, and the log goes on.
    @Test
    void a_log_that_was_cut_anywhere_keeps_its_whole_entries() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int length = 0; length < whole.length; length++) {
            Path cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, length));
            try (FileLog log = FileLog.open(cut)) {
                int kept = log.entries().size();
                assertThat(read(log)).isEqualTo(WORDS.subList(0, kept));
                log.append(new byte[] {'x'});
            }
            try (FileLog log = FileLog.open(cut)) {
                assertThat(read(log)).endsWith("x");
            }
            Files.delete(cut);
        }
    }

    /// A changed length must not make acknowledged entries look like a frame that was cut short.
    @Test
    void any_changed_byte_is_damage_and_the_file_is_left_as_it_is() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Path file = folder.resolve("changed");
            Files.write(file, changed);
            assertThatThrownBy(() -> FileLog.open(file))
                    .as("byte %d", i)
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("is damaged at entry");
            assertThat(file).hasBinaryContent(changed);
            Files.delete(file);
        }
    }

    @Test
    void room_that_was_made_and_never_written_is_no_damage() throws IOException {
        Path file = written();
        Files.write(file, new byte[100], StandardOpenOption.APPEND);
        try (FileLog log = FileLog.open(file)) {
            assertThat(read(log)).isEqualTo(WORDS);
        }
    }

    @Test
    void one_program_at_a_time_has_it_open() {
        Path file = written();
        try (FileLog log = FileLog.open(file)) {
            assertThat(log.entries()).isNotEmpty();
            assertThatThrownBy(() -> FileLog.open(file))
                    .isInstanceOf(UnfitDatabase.class)
                    .hasMessageContaining("is open in another program");
        }
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
                .isEqualTo("rw-------");
    }
}
