package org.equipoise.app.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.app.house.ManualPage;
import org.equipoise.app.mutation.Operator.Kind;
import org.equipoise.app.mutation.Operator.Mutant;
import org.equipoise.app.staging.StudyCheck;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.equipoise.protocol.reading.Study;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.review.ContentPage;
import org.equipoise.protocol.source.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What becomes of a study that is spoilt in one place: what breaks it is found, what is merely doubtful changes
/// the page that people sign. Both lists are printed in docs/reference/mutations.md.
class MutationsTest {
    private static final StudyFolder STUDY = TestStudies.study("il2-lupus").folder();
    private static final List<Operator> OPERATORS = Operator.of(STUDY);
    private static final double ENOUGH = 0.95;
    private static final Map<Mutant, Fate> FATES = new LinkedHashMap<>();

    /// What became of a mutant.
    private enum Fate {
        FOUND,
        ON_THE_PAGE,
        UNSEEN
    }

    @BeforeAll
    static void spoil() {
        Set<String> before = keys(StudyCheck.findings(STUDY, false).stream().map(Acceptances.Weighed::finding));
        String page = page(TestStudies.study("il2-lupus"));
        List<Mutant> mutants = OPERATORS.stream()
                .flatMap(operator -> operator.mutants(STUDY).stream())
                .toList();
        List<Fate> fates = mutants.parallelStream()
                .map(mutant -> mutant.operator().kind() == Kind.BREAKING ? found(mutant, before) : seen(mutant, page))
                .toList();
        for (int i = 0; i < mutants.size(); i++) {
            FATES.put(mutants.get(i), fates.get(i));
        }
    }

    /// Reading is asked first, because most of them need no more.
    private static Fate found(Mutant mutant, Set<String> before) {
        boolean found = !before.containsAll(keys(StudyReader.read(mutant.folder()).findings().stream()))
                || !before.containsAll(keys(
                        StudyCheck.findings(mutant.folder(), false).stream().map(Acceptances.Weighed::finding)));
        return found ? Fate.FOUND : Fate.UNSEEN;
    }

    private static Set<String> keys(Stream<Finding> findings) {
        return findings.filter(finding -> finding.severity() != Severity.INFORMATION)
                .map(finding -> finding.id() + " " + finding.place().file() + " " + finding.message())
                .collect(Collectors.toSet());
    }

    /// One that cannot be read is found, which is more than was asked.
    private static Fate seen(Mutant mutant, String page) {
        return StudyReader.read(mutant.folder())
                .study()
                .map(study -> page(study).equals(page) ? Fate.UNSEEN : Fate.ON_THE_PAGE)
                .orElse(Fate.FOUND);
    }

    /// Without the hash, which every change changes.
    private static String page(Study study) {
        return ContentPage.of(study).replace(study.conduct().hash().hex(), "");
    }

    @Test
    void every_operator_finds_a_place_and_has_a_name_of_its_own() {
        assertThat(OPERATORS)
                .allSatisfy(operator ->
                        assertThat(operator.mutants(STUDY)).as(operator.id()).isNotEmpty());
        assertThat(OPERATORS).extracting(Operator::id).doesNotHaveDuplicates();
    }

    @Test
    void there_are_some_hundreds_of_each_kind() {
        for (Kind kind : Kind.values()) {
            assertThat(of(kind)).as(kind.name()).hasSizeGreaterThan(200);
        }
    }

    @Test
    void of_those_that_break_the_study_at_least_95_in_100_are_found() {
        List<Mutant> breaking = of(Kind.BREAKING);
        List<Mutant> unseen = breaking.stream()
                .filter(mutant -> FATES.get(mutant) == Fate.UNSEEN)
                .toList();
        assertThat(1 - unseen.size() / (double) breaking.size())
                .as("the share that is found, without %s", unseen)
                .isGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void every_plausible_one_changes_the_content_review_page() {
        assertThat(of(Kind.PLAUSIBLE))
                .allSatisfy(mutant ->
                        assertThat(FATES.get(mutant)).as(mutant.toString()).isNotEqualTo(Fate.UNSEEN));
    }

    @Test
    void both_lists_are_printed() {
        ManualPage.of("docs/reference/mutations.md").mustBe(lists());
    }

    private static List<Mutant> of(Kind kind) {
        return FATES.keySet().stream()
                .filter(mutant -> mutant.operator().kind() == kind)
                .toList();
    }

    private static String lists() {
        List<Mutant> breaking = of(Kind.BREAKING);
        long found = count(breaking, Fate.FOUND);
        List<String> lines = new ArrayList<>(List.of(
                "# What `check` finds in a study that is spoilt on purpose",
                "",
                "Written by `MutationsTest` (`mvn verify -Dequipoise.docs=write`), not by hand. The operators stand in",
                "[trials/il2-lupus/mutations.yaml](../../trials/il2-lupus/mutations.yaml) and were committed before the checks"
                        + " were written.",
                "Each is applied at every place its pattern finds, or at every n-th of them, one place at a time.",
                "",
                "## Those that break the study",
                "",
                "`check` finds %d of %d (%.1f in 100)."
                        .formatted(found, breaking.size(), 100.0 * found / breaking.size()),
                "",
                "| operator | what it does | mutants | found | not found at |",
                "|---|---|---|---|---|"));
        OPERATORS.stream()
                .filter(operator -> operator.kind() == Kind.BREAKING)
                .forEach(operator -> lines.add(row(operator, Fate.FOUND)));
        lines.addAll(List.of(
                "",
                "## Those that nobody can tell from the study alone",
                "",
                "They change the content review page (`equipoise check STUDY --review`), which people read and sign; some",
                "are found all the same, and the study is then not read at all.",
                "",
                "| operator | what it does | mutants | on the page | found |",
                "|---|---|---|---|---|"));
        OPERATORS.stream()
                .filter(operator -> operator.kind() == Kind.PLAUSIBLE)
                .forEach(operator -> lines.add(row(operator, Fate.ON_THE_PAGE)));
        return String.join("\n", lines) + "\n";
    }

    private static String row(Operator operator, Fate good) {
        List<Mutant> mutants = FATES.keySet().stream()
                .filter(mutant -> mutant.operator().equals(operator))
                .toList();
        String last = good == Fate.ON_THE_PAGE
                ? String.valueOf(count(mutants, Fate.FOUND))
                : mutants.stream()
                        .filter(mutant -> FATES.get(mutant) == Fate.UNSEEN)
                        .map(Mutant::place)
                        .collect(Collectors.joining(", "));
        return "| %s | %s | %d | %d | %s |"
                .formatted(operator.id(), operator.says(), mutants.size(), count(mutants, good), last);
    }

    private static long count(List<Mutant> mutants, Fate fate) {
        return mutants.stream().filter(mutant -> FATES.get(mutant) == fate).count();
    }
}
