package org.equipoise.app.findings;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.equipoise.app.staging.StudyCheck;
import org.equipoise.protocol.acceptance.Acceptances;
import org.equipoise.protocol.cases.Case;
import org.equipoise.protocol.cases.FindingCases;
import org.equipoise.protocol.cases.FindingKinds;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.source.StudyFolder;

/// What a rehearsal finds in a study, what it assumes and its example participants among it: cases as data,
/// `src/test/cases/README.md` says how to add one.
class RehearsalFindingsTest extends FindingCases {
    RehearsalFindingsTest() {
        super(
                Origin.REHEARSAL.cases(),
                FindingKinds.in(
                        "rehearsal",
                        List.of("protocol", "rehearsal"),
                        Set.of("non-responder", "not-evaluable", "not-in-question")));
    }

    @Override
    protected SortedMap<String, byte[]> study(Case each) {
        return Origin.REHEARSAL.study(each);
    }

    @Override
    protected List<Finding> found(Case each, SortedMap<String, byte[]> study) {
        StudyFolder folder = new StudyFolder(each.says().text("study"), study);
        return StudyCheck.findings(folder, true).stream()
                .filter(weighed -> weighed.acceptance().isEmpty())
                .map(Acceptances.Weighed::finding)
                .toList();
    }
}
