package org.equipoise.app.house;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of rooms in ARCHITECTURE.md is the poms'. To write it anew: `mvn verify -Dequipoise.docs=write`.
class ArchitecturePageTest {
    @Test
    void its_table_of_rooms_is_that_of_the_poms() {
        ManualPage.of("ARCHITECTURE.md").mustHave("rooms", table(House.STANDING.rooms()));
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
