package org.equipoise.app.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Locations;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.app.command.Ran;
import org.equipoise.app.house.ManualPage;
import org.equipoise.app.staging.Stage;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.conduct.command.Command;
import org.equipoise.conduct.refusal.Refusal;
import org.equipoise.conduct.sequencer.Outcome;
import org.equipoise.datasets.Dataset;
import org.equipoise.datasets.Datasets;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.store.Journal;
import org.equipoise.journal.treatment.TreatmentView;
import org.junit.jupiter.api.Test;

/// Whether the proof looks at everything: each command of the program with each of its options, each way in which
/// a room makes text of a trial, each kind of command and of refusal. What is added and not looked at fails here,
/// and so does an excuse for what is not there any more.
class CoverageTest {
    /// Commands that show nothing of a blinded trial, and why.
    private static final Map<String, String> NOT_OF_A_BLINDED_TRIAL = Map.ofEntries(
            Map.entry("check", "reads a study's folder, which holds no trial"),
            Map.entry("init", "asks a person, and writes a study's folder"),
            Map.entry("import", "reads a register's record, and writes a study's folder"),
            Map.entry("export", "reads a study's folder"),
            Map.entry("schema", "writes what every study is written by"),
            Map.entry("rehearse", "reveals its trial at the end; until then its staff hear the messages compared here"),
            Map.entry("vault", "prints where it is asked and by whom, nothing of what it is asked"),
            Map.entry("authorize-reveal", "prints hashes of the lock, the minutes and the plan, which no arm is in"),
            Map.entry("code-break", "tells one person one arm: see DeclassificationTest"));

    /// Options that change nothing of what is shown, or cannot be given here, and why.
    private static final Map<String, String> WITHOUT_A_SHOWING = Map.of(
            "--help", "says what the command is for",
            "--version", "says which program it is",
            "--database", "names another server that keeps the same tables",
            "--signing-key", "names where the key is that --data has in its folder",
            "restore --key", "names where the key is that the backup has",
            "restore --witness", "refuses a backup by its size, of which prove and verify speak too",
            "restore --witness-key", "names the key of the witness",
            "restore --journal", "leaves the other journals out");

    private static final String AMENDED = "needs an amendment: AmendedTrialTest compares what is said then";
    private static final String DIGESTS = "is about documents and who signed, of nobody in the trial";

    /// Where a room makes text of a trial's record, and what of the harness looks at it.
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Csv.write", "TABLES"),
            Map.entry("Report.html", "REPORT"),
            Map.entry("Report.cells", "REPORT"),
            Map.entry("Results.participants", "REPORT"),
            Map.entry("Results.dosing", "REPORT"),
            Map.entry("Sentences.sentence", "MESSAGES"),
            Map.entry("EventCodec.write", "ARCHIVE"));

    /// Refusals that need another trial than the two that are played, and why nothing is missed.
    private static final Map<String, String> UNHEARD = Map.ofEntries(
            Map.entry("AnotherStudy", AMENDED),
            Map.entry("NotASuccessor", AMENDED),
            Map.entry("ReconsentFirst", AMENDED),
            Map.entry("AnotherLock", DIGESTS),
            Map.entry("AnotherPlan", DIGESTS),
            Map.entry("AuthorizedByOne", DIGESTS),
            Map.entry("RevealNotAuthorized", DIGESTS),
            Map.entry("ReviewsDiffer", DIGESTS),
            Map.entry("AlreadyErased", "names whom it is asked about, long after the reveal"),
            Map.entry("RetentionNotOver", "says a day that follows from the lock"),
            Map.entry("ClockUnbelievable", "says what clocks show"),
            Map.entry("KitsNamedTwice", "names kits that whoever asks has named"),
            Map.entry("MoreLeftThanGiven", "says numbers that whoever asks has said"),
            Map.entry("QueriesOpen", "lists the queries of a table that is compared"),
            Map.entry("QueryNotAnswered", "names the query that it is asked about"),
            Map.entry("RecruitmentComplete", "says the planned number of participants"),
            Map.entry("TooManyWords", "says how long a text may be"),
            Map.entry("VisitOnDosingDay", "says a day that follows from the regimen, which is the same for all"));

    @Test
    void every_command_is_looked_at_or_shows_nothing_of_a_blinded_trial() {
        Set<String> looked = calls().map(call -> call.split(" ")[0]).collect(Collectors.toSet());
        SortedSet<String> expected = new TreeSet<>(looked);
        expected.addAll(NOT_OF_A_BLINDED_TRIAL.keySet());
        assertThat(commands()).isEqualTo(expected);
        assertThat(looked).doesNotContainAnyElementsOf(NOT_OF_A_BLINDED_TRIAL.keySet());
    }

    @Test
    void every_option_of_a_command_that_is_looked_at_is_given_once() {
        for (String command : commands()) {
            if (NOT_OF_A_BLINDED_TRIAL.containsKey(command)) {
                continue;
            }
            Set<String> given = calls().filter(call -> call.startsWith(command + " "))
                    .flatMap(call -> Arrays.stream(call.split(" ")))
                    .filter(word -> word.startsWith("--"))
                    .collect(Collectors.toSet());
            assertThat(options(command))
                    .as(command)
                    .allMatch(option -> given.contains(option)
                            || WITHOUT_A_SHOWING.containsKey(option)
                            || WITHOUT_A_SHOWING.containsKey(command + " " + option));
        }
    }

    private static Stream<String> calls() {
        return Stream.concat(Printed.CALLS.stream(), Kept.CALLS.stream());
    }

    private static SortedSet<String> commands() {
        return new TreeSet<>(found("(?m)^  ([a-z][a-z-]+) ", help()));
    }

    private static SortedSet<String> options(String command) {
        return new TreeSet<>(found("(?m)^ +(?:-\\w, )?(--[a-z-]+)", help(command, "--help")));
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String help(String... arguments) {
        return Ran.run(arguments).said();
    }

    /// A public method that makes text or bytes of what holds a trial's record.
    @Test
    void every_way_to_make_text_of_a_trial_is_looked_at() {
        Set<String> carriers = Set.of(
                Journal.class.getName(),
                Datasets.class.getName(),
                Dataset.class.getName(),
                TreatmentView.class.getName(),
                JournalledEvent.class.getName(),
                Refusal.class.getName(),
                "org.equipoise.analysis.Account",
                "org.equipoise.analysis.Flow",
                "org.equipoise.analysis.Dosing",
                "org.equipoise.analysis.report.ReportContent");
        Set<String> texts = Set.of(
                "java.lang.String",
                "[B",
                "tools.jackson.databind.node.ObjectNode",
                "tools.jackson.databind.node.ArrayNode",
                "tools.jackson.databind.JsonNode");
        SortedSet<String> ways = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importLocations(Locations.ofPackage("org.equipoise"))
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getPackageName().startsWith("org.equipoise.app"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method ->
                                texts.contains(method.getRawReturnType().getName()))
                        .filter(method -> method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .anyMatch(carriers::contains))
                        .map(CoverageTest::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ways).isEqualTo(new TreeSet<>(TEXTS.keySet()));
        assertThat(TEXTS.values())
                .allMatch(way -> Arrays.stream(Way.values())
                        .anyMatch(known -> known.name().equals(way)));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    /// A refusal without components says the same to everybody.
    @Test
    void every_kind_of_command_is_given_and_every_kind_of_refusal_heard() {
        Set<Class<?>> given = new HashSet<>();
        Set<Class<?>> heard = new HashSet<>();
        for (String study : List.of("pressure-dose", "il2-lupus")) {
            for (long trial = 1; trial <= 2; trial++) {
                Stage stage = TestStudies.stage(study, 1, trial);
                World world = Exchange.LABELS_AMONG_ATTEMPTS
                        .worlds(stage, () -> Leak.NONE)
                        .one();
                for (World.Said said : world.said()) {
                    given.add(said.command().getClass());
                    if (said.outcome() instanceof Outcome.Refused(var refusal)) {
                        heard.add(refusal.getClass());
                    }
                }
            }
        }
        assertThat(given).containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
        SortedSet<String> unheard = Arrays.stream(Refusal.class.getPermittedSubclasses())
                .filter(kind -> !heard.contains(kind) && kind.getRecordComponents().length > 0)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unheard).isEqualTo(UNHEARD.keySet().stream().collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void the_page_says_which_leaks_are_planted() {
        String table = Arrays.stream(SeededLeaks.values())
                .map(leak -> "| "
                        + leak.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace(" s ", "'s ") + " | `"
                        + leak.exchange() + "` | `" + leak.way() + "` |\n")
                .collect(Collectors.joining("", "| leak | found by | in |\n|---|---|---|\n", ""));
        ManualPage.of("docs/reference/blinding.md").mustHave("leaks", table);
    }
}
