package org.equipoise.app.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The law of still water, and the few edges at which the world may get in.
final class StillWater {
    /// A package or type, why it is an edge, and what may get in there.
    record Edge(String place, String why, Set<Stir> stirs) {
        private boolean allows(JavaClass type, Stir stir) {
            return stirs.contains(stir) && covers(type);
        }

        private boolean covers(JavaClass type) {
            return type.getName().equals(place)
                    || type.getName().startsWith(place + ".")
                    || type.getName().startsWith(place + "$");
        }
    }

    static final List<Edge> EDGES = List.of(
            new Edge(
                    "org.equipoise.app",
                    "the front door",
                    EnumSet.of(Stir.CLOCK, Stir.CHANCE, Stir.FILE, Stir.PRINT, Stir.MACHINE)),
            new Edge(
                    "org.equipoise.app.vault",
                    "a vault that runs elsewhere is asked at a socket",
                    EnumSet.of(Stir.NETWORK)),
            new Edge("org.equipoise.store", "keeps the journal in a database", EnumSet.of(Stir.NETWORK)),
            new Edge(
                    "org.equipoise.store.embedded",
                    "starts a database in a folder and waits for it",
                    EnumSet.of(Stir.CLOCK, Stir.CHANCE, Stir.NETWORK, Stir.FILE, Stir.MACHINE)),
            new Edge("org.equipoise.store.log", "keeps a log in a file", EnumSet.of(Stir.FILE)),
            new Edge("org.equipoise.store.people", "keeps each participant's key in a file", EnumSet.of(Stir.FILE)),
            new Edge(
                    "org.equipoise.verifier.Main",
                    "a program of its own, run on an archive by whoever doubts us",
                    EnumSet.of(Stir.FILE, Stir.PRINT, Stir.MACHINE)),
            new Edge(
                    "org.equipoise.journal.archive.FixedSeed",
                    "the platform's key generator takes bytes as randomness only; these are fixed",
                    EnumSet.of(Stir.CHANCE)));

    private StillWater() {}

    static List<String> breaches(House house) {
        return house.classes().stream()
                .flatMap(StillWater::breaches)
                .distinct()
                .sorted()
                .toList();
    }

    /// The edges at which nothing gets in any more.
    static List<Edge> idle(House house) {
        return EDGES.stream()
                .filter(edge -> edge.stirs().stream()
                        .noneMatch(stir -> house.classes().stream()
                                .filter(edge::covers)
                                .flatMap(stir::in)
                                .findAny()
                                .isPresent()))
                .toList();
    }

    private static Stream<String> breaches(JavaClass type) {
        return EnumSet.allOf(Stir.class).stream()
                .filter(stir -> EDGES.stream().noneMatch(edge -> edge.allows(type, stir)))
                .flatMap(stir -> stir.in(type).map(place -> stir + ": " + place));
    }
}
