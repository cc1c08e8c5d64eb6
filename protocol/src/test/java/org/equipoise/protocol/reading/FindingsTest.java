package org.equipoise.protocol.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.equipoise.protocol.cases.Case;
import org.equipoise.protocol.cases.FindingCases;
import org.equipoise.protocol.cases.FindingKinds;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.finding.Severity;
import org.junit.jupiter.api.Test;

/// What reading a study finds. The cases are data; `src/test/cases/README.md` says how to add one.
class FindingsTest extends FindingCases {
    FindingsTest() {
        super(Case.below(Example.CASES), FindingKinds.in("protocol", List.of("protocol"), Set.of()));
    }

    @Override
    protected SortedMap<String, byte[]> study(Case each) {
        return Example.of(each).files();
    }

    @Override
    protected List<Finding> found(Case each, SortedMap<String, byte[]> study) {
        Example example = new Example(each.name(), each.says(), study);
        StudyReader.Reading reading = example.read();
        assertThat(reading.study().isPresent())
                .as("a study is handed out exactly when nothing forbids it")
                .isEqualTo(reading.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
        return example.findings();
    }

    @Test
    void the_base_study_has_no_finding() {
        assertThat(Example.base().read().findings()).isEmpty();
    }
}
