package org.equipoise.protocol.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equipoise.protocol.finding.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// What the cases of a room must show, whatever it is that finds: a room says where its cases are, which kinds of
/// finding it can make, and how it makes them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FindingCases {
    private final List<Case> cases;
    private final SortedSet<String> kinds;
    private final Map<List<String>, Set<String>> always = new ConcurrentHashMap<>();

    /// The cases of a room.
    ///
    /// @param kinds those that the sources of the room can make
    protected FindingCases(List<Case> cases, SortedSet<String> kinds) {
        this.cases = cases;
        this.kinds = kinds;
    }

    /// The study as the case has it.
    protected abstract SortedMap<String, byte[]> study(Case each);

    /// What is found in that study.
    protected abstract List<Finding> found(Case each, SortedMap<String, byte[]> study);

    @TestFactory
    Stream<DynamicTest> every_case_has_its_findings_and_no_other() {
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> compare(each)));
    }

    private void compare(Case each) {
        SortedMap<String, byte[]> study = study(each);
        List<Finding> findings = found(each, study).stream()
                .filter(finding ->
                        finding.id().equals(each.kind()) || !always(each).contains(finding.id()))
                .toList();
        List<Told> told = each.told(study);
        List<Told> met = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            met.add(i < told.size() ? told.get(i).met(findings.get(i)) : Told.of(findings.get(i)));
        }
        assertThat(met).containsExactlyElementsOf(told);
        assertThat(findings).allSatisfy(Sentences::sayWhatToDo);
    }

    /// The kinds that are found before the case changes anything.
    private Set<String> always(Case each) {
        Case unchanged = each.unchanged();
        return always.computeIfAbsent(
                List.of(unchanged.says().text("study", ""), unchanged.says().text("source", "")),
                _ -> found(unchanged, study(unchanged)).stream()
                        .map(Finding::id)
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_kind_of_finding_has_a_wrong_case_and_a_right_case_and_no_case_is_of_an_unknown_kind() {
        assertThat(kinds(false)).as("kinds with a wrong case").isEqualTo(kinds);
        assertThat(kinds(true)).as("kinds with a right case").isEqualTo(kinds);
    }

    private SortedSet<String> kinds(boolean right) {
        return cases.stream()
                .filter(each -> each.isRight() == right)
                .map(Case::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_wrong_case_has_a_finding_of_its_kind_and_a_right_case_has_none() {
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.says().list("findings").stream()
                                .anyMatch(node -> node.text("id").equals(each.kind())))
                        .isNotEqualTo(each.isRight()));
    }

    @Test
    void the_first_wrong_case_of_a_kind_says_why() {
        Set<String> seen = new TreeSet<>();
        assertThat(cases.stream()
                        .filter(each -> !each.isRight())
                        .filter(each -> seen.add(each.kind()))
                        .filter(each -> each.says().list("findings").stream()
                                .noneMatch(node -> node.text("id").equals(each.kind())
                                        && node.find("why").isPresent())))
                .isEmpty();
    }
}
