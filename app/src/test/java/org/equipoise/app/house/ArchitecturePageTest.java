package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of rooms in ARCHITECTURE.md is the poms'. To write it anew: `mvn verify -Dequipoise.docs=write`.
class ArchitecturePageTest {
    private static final Path PAGE = Repository.ROOT.resolve("ARCHITECTURE.md");
    private static final String FROM =
            "<!-- rooms: written by `mvn verify -Dequipoise.docs=write` from the poms; not by hand -->\n";
    private static final String TO = "<!-- end of rooms -->";

    @Test
    void its_table_of_rooms_is_that_of_the_poms() {
        String page = Repository.read(PAGE);
        assertThat(page).containsOnlyOnce(FROM).containsOnlyOnce(TO);
        String before = page.substring(0, page.indexOf(FROM) + FROM.length());
        String after = page.substring(page.indexOf(TO));
        String current = before + table(House.STANDING.rooms()) + after;
        if ("write".equals(System.getProperty("equipoise.docs"))) {
            Repository.write(PAGE, current);
        }
        assertThat(Repository.read(PAGE))
                .as("ARCHITECTURE.md is older than the poms; write it anew with -Dequipoise.docs=write")
                .isEqualTo(current);
    }

    private static String table(List<Room> rooms) {
        return rooms.stream()
                .map(room -> "| [%s](%s) | %s | %s |\n".formatted(room.name(), room.name(), room.purpose(), uses(room)))
                .collect(Collectors.joining("", "| room | what it is for | may use |\n|---|---|---|\n", ""));
    }

    private static String uses(Room room) {
        return room.mayUse().isEmpty() ? "–" : String.join(", ", room.mayUse());
    }
}
