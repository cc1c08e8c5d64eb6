package org.equipoise.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.conduct.desk.AllocationDesk;
import org.equipoise.journal.checkpoint.CheckpointedJournal;
import org.equipoise.journal.confidence.PersonalKey;
import org.equipoise.journal.confidence.PersonalKeys;
import org.equipoise.journal.event.AllocationEvent.SealedItemsOpened;
import org.equipoise.journal.event.AllocationEvent.TreatmentsRevealed;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.store.MemoryJournal;
import org.equipoise.language.identity.Sealed;

/// The laws of the house over its classes. Those over its files are in [Pages] and [Words].
final class Laws {
    private static final String ALLOCATION = "org.equipoise.allocation..";
    private static final String CONDUCT = "org.equipoise.conduct..";
    private static final String JOURNAL = "org.equipoise.journal..";
    private static final String APP = "org.equipoise.app..";

    static final List<Law> ALL = List.of(
            new Law("downstream-only", "a room uses only the rooms that its pom names", Laws::upstream),
            new Law(
                    "still-water",
                    "no clock, chance, network, file, printing or machine outside the edges",
                    StillWater::breaches),
            Law.of(
                    "locked-room",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(ALLOCATION, APP)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ALLOCATION)
                            .as("only app wires allocation; nobody else knows it")),
            Law.of(
                    "locked-room-sealed",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(ALLOCATION)
                            .should()
                            .accessTargetWhere(reaches(Sealed.class, "bytes"))
                            .orShould()
                            .accessTargetWhere(opensWithin(ALLOCATION))
                            .orShould()
                            .accessTargetWhere(reaches(TreatmentsRevealed.class, "<init>"))
                            .orShould()
                            .accessTargetWhere(reaches(SealedItemsOpened.class, "<init>"))
                            .as("only allocation opens what is sealed, and only allocation makes a reveal")),
            Law.of(
                    "locked-room-desk",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages("org.equipoise.conduct.decision", ALLOCATION)
                            .should()
                            .accessTargetWhere(reaches(AllocationDesk.class, "allocate"))
                            .orShould()
                            .accessTargetWhere(reaches(AllocationDesk.class, "dispense"))
                            .orShould()
                            .accessTargetWhere(reaches(AllocationDesk.class, "seal"))
                            .orShould()
                            .accessTargetWhere(reaches(AllocationDesk.class, "reveal"))
                            .as("only conduct's deciders ask the desk, so that every answer becomes an event")),
            Law.of(
                    "keys-of-people",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                    CONDUCT,
                                    "org.equipoise.allocation.vault",
                                    "org.equipoise.journal.confidence",
                                    "org.equipoise.store.people",
                                    APP)
                            .should()
                            .accessTargetWhere(reaches(PersonalKeys.class, "make"))
                            .orShould()
                            .accessTargetWhere(reaches(PersonalKeys.class, "find"))
                            .orShould()
                            .accessTargetWhere(reaches(PersonalKeys.class, "erase"))
                            .orShould()
                            .accessTargetWhere(reaches(PersonalKey.class, "<init>"))
                            .as(
                                    "only conduct conceals and erases, and the vault what it is told; others read what somebody lends"
                                            + " them a reader for")),
            Law.of(
                    "one-pen",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages("org.equipoise.conduct.sequencer", ALLOCATION)
                            .and()
                            .doNotHaveFullyQualifiedName(CheckpointedJournal.class.getName())
                            .should()
                            .accessTargetWhere(reaches(Journal.class, "append"))
                            .as("only conduct's sequencer and allocation append to a journal; one that is witnessed"
                                    + " hands on what they append")),
            Law.of(
                    "one-pen-events",
                    noClasses()
                            .that()
                            .resideOutsideOfPackages("org.equipoise.conduct.decision", ALLOCATION, JOURNAL)
                            .should()
                            .accessTargetWhere(reaches(TrialEvent.class, "<init>"))
                            .as("only conduct's deciders and allocation make events")),
            Law.of(
                    "one-pen-restoring",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(JOURNAL)
                            .should()
                            .accessTargetWhere(reaches(MemoryJournal.class, "restore"))
                            .as("only the journal's own archive restores events")),
            Law.of(
                    "nothing-deletes",
                    noMethods()
                            .that()
                            .areDeclaredInClassesThat()
                            .areAssignableTo(Journal.class)
                            .should()
                            .haveNameMatching("(update|delete|remove|replace|set|clear|truncate|edit)([A-Z].*)?")
                            .as("a journal has no way to change or take back an event")),
            Law.of(
                    "one-door",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(CONDUCT)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.equipoise.conduct.decision..")
                            .as("others give commands to the sequencer; none asks a decider")),
            new Law("plain-names", "no name that says nothing: Manager, Helper, Util, Base, Impl …", Words::empty),
            new Law("codes-at-the-edge", "CDISC and FHIR names only in datasets and exchange", Words::codes),
            new Law("words-of-one-study", "only trials, instruments' data and models know one disease", Words::study),
            new Law("package-pages", "every package has a null-marked page of at most ten lines", Pages::missing));

    private Laws() {}

    private static List<String> upstream(House house) {
        Map<String, Set<String>> may =
                house.rooms().stream().collect(Collectors.toMap(Room::name, room -> Set.copyOf(room.mayUse())));
        return house.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    String from = Room.of(dependency.getOriginClass().getPackageName());
                    String to = Room.of(dependency.getTargetClass().getPackageName());
                    return !to.isEmpty()
                            && !to.equals(from)
                            && !may.getOrDefault(from, Set.of()).contains(to);
                })
                .map(dependency -> dependency.getDescription())
                .toList();
    }

    private static DescribedPredicate<JavaAccess<?>> reaches(Class<?> owner, String member) {
        return describe(
                "reaches " + owner.getSimpleName() + "." + member,
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && access.getTarget().getName().equals(member));
    }

    private static DescribedPredicate<JavaAccess<?>> opensWithin(String packages) {
        DescribedPredicate<JavaClass> within = resideInAPackage(packages);
        return describe(
                "opens within " + packages,
                access -> within.test(access.getTargetOwner())
                        && access.getTarget().getName().matches("open|open[A-Z].*|unseal.*|decrypt.*"));
    }
}
