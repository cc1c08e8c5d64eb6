package org.equipoise.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every law is kept by the house as it stands, and seen to bite: it names each offender planted for it.
class LawsTest {

    @TestFactory
    Stream<DynamicTest> is_kept() {
        return Laws.ALL.stream()
                .map(law -> dynamicTest(
                        "kept: " + law.says(),
                        () -> assertThat(law.breaches(House.STANDING))
                                .as(law.says())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> catches_its_offenders() {
        return Laws.ALL.stream().flatMap(law -> {
            List<String> breaches = law.breaches(House.WITH_OFFENDERS);
            return Offenders.of(law).stream()
                    .map(offender -> dynamicTest(
                            law.id() + " catches " + offender.typeName(),
                            () -> assertThat(breaches)
                                    .as(law.says())
                                    .anyMatch(breach -> breach.contains(offender.typeName())
                                            || breach.contains(offender.path().toString()))));
        });
    }

    @Test
    void every_law_has_an_offender_and_every_offender_a_law() {
        Set<String> planted = Repository.files(Offenders.FOLDER).stream()
                .map(file -> file.getParent().getFileName().toString())
                .collect(Collectors.toSet());
        assertThat(Laws.ALL).extracting(Law::id).containsExactlyInAnyOrderElementsOf(planted);
    }

    /// A law over rooms that are not there would be kept by nobody.
    @Test
    void every_room_is_tried() {
        Set<String> tried = House.STANDING.classes().stream()
                .map(JavaClass::getPackageName)
                .map(Room::of)
                .collect(Collectors.toSet());
        assertThat(House.STANDING.rooms()).extracting(Room::name).containsExactlyInAnyOrderElementsOf(tried);
        assertThat(House.STANDING.sources())
                .filteredOn(Source::isJava)
                .extracting(Source::room)
                .containsAll(tried);
    }

    @Test
    void no_offender_is_among_the_classes_that_ship() {
        assertThat(Offenders.PLANTED.sources())
                .extracting(Source::typeName)
                .noneMatch(name -> House.STANDING.classes().contain(name));
    }

    @Test
    void every_edge_of_the_still_water_is_needed() {
        assertThat(StillWater.idle(House.STANDING)).isEmpty();
    }

    @Test
    void the_modules_are_listed_in_the_order_of_the_stream() {
        List<Room> rooms = House.STANDING.rooms();
        for (int i = 0; i < rooms.size(); i++) {
            assertThat(rooms.subList(0, i))
                    .as("rooms above %s", rooms.get(i).name())
                    .extracting(Room::name)
                    .containsAll(rooms.get(i).mayUse());
        }
    }

    @Test
    void every_folder_with_a_pom_is_a_room() throws IOException {
        List<String> names = House.STANDING.rooms().stream().map(Room::name).toList();
        try (Stream<Path> folders = Files.list(Repository.ROOT)) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))))
                    .extracting(folder -> folder.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
