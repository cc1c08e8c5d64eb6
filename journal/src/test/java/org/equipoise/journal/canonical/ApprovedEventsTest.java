package org.equipoise.journal.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.TrialEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract with every archive ever written: approved bytes do not change, and are read for ever.
class ApprovedEventsTest {
    private static final Path APPROVED =
            Path.of(System.getProperty("equipoise.root"), "journal/src/test/resources/approved");

    static Set<String> examples() {
        return ExampleEvents.all().keySet();
    }

    static List<String> approved() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_event_is_written_as_its_approved_bytes_and_read_back_equal(String name) throws IOException {
        JournalledEvent event = ExampleEvents.all().get(name);
        byte[] approved = Files.readAllBytes(APPROVED.resolve(name + ".json"));
        byte[] written = EventCodec.write(event);
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(new String(approved, StandardCharsets.UTF_8));
        assertThat(written).isEqualTo(approved);
        assertThat(EventCodec.read(approved)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("approved")
    void what_was_approved_in_any_release_is_still_read(String file) throws IOException {
        JournalledEvent event = EventCodec.read(Files.readAllBytes(APPROVED.resolve(file)));
        assertThat(event.seq()).isEqualTo(412);
        assertThat(event.command()).isEqualTo("command-" + file.replace(".json", ""));
    }

    @Test
    void every_event_has_approved_bytes_of_the_version_it_is_written_in() throws IOException {
        Set<String> needed = new TreeSet<>();
        for (Class<? extends TrialEvent> event : EventCatalogue.events()) {
            needed.add(EventCatalogue.name(event) + ".v" + EventCatalogue.version(event) + ".json");
        }
        assertThat(needed).hasSize(EventCatalogue.events().size()).contains("FormSubmitted.v1.json");
        assertThat(approved()).containsAll(needed);
        assertThat(approved())
                .containsAll(examples().stream().map(name -> name + ".json").toList());
    }

    @Test
    void the_catalogue_holds_every_example_and_every_event_has_an_example() {
        Set<Class<?>> shown = new HashSet<>();
        ExampleEvents.all().values().forEach(event -> shown.add(event.event().getClass()));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(EventCatalogue.events());
    }
}
