package org.equipoise.app.house;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the laws are tried on: every room, the classes compiled from them, and the files these were compiled from.
record House(List<Room> rooms, JavaClasses classes, List<Source> sources) {
    /// What a room lends others for their tests.
    private static final Pattern TESTS_OF_A_ROOM = Pattern.compile(".*-tests\\.jar!.*");

    /// The house as it stands.
    static final House STANDING = standing();

    /// The same house with every offender in it.
    static final House WITH_OFFENDERS = STANDING.with(Offenders.PLANTED);

    private static House standing() {
        List<Room> rooms = Rooms.read();
        return new House(rooms, read(Locations.ofPackage("org.equipoise")), Source.standing(rooms));
    }

    private House with(Offenders offenders) {
        Set<Location> locations = new HashSet<>(Locations.ofPackage("org.equipoise"));
        locations.add(Location.of(offenders.compiled()));
        List<Source> more =
                Stream.concat(sources.stream(), offenders.sources().stream()).toList();
        return new House(rooms, read(locations), more);
    }

    /// The laws ask for names of what is not ours and for no more, so none of it is read.
    private static JavaClasses read(Set<Location> locations) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.matches(TESTS_OF_A_ROOM))
                .importLocations(locations);
    }
}
