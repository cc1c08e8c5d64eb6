package org.equipoise.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.equipoise.exchange.draft.Import;
import org.equipoise.protocol.cases.Case;
import org.equipoise.protocol.cases.FindingCases;
import org.equipoise.protocol.cases.FindingKinds;
import org.equipoise.protocol.finding.Finding;
import org.equipoise.protocol.reading.StudyReader;
import org.equipoise.protocol.source.StudyFolder;

/// What importing a source finds. The cases are data; `src/test/cases/README.md` says how to add one.
class ImportFindingsTest extends FindingCases {
    private static final Path CASES = Fixtures.ROOT.resolve("exchange/src/test/cases");

    /// An identifier, a name of the model's, and a kind whose cases are those of reading a study.
    private static final Set<String> OTHER_WORDS = Set.of("new-study", "randomization-procedure", "open-decision");

    ImportFindingsTest() {
        super(Case.below(CASES), FindingKinds.in("exchange", List.of("protocol"), OTHER_WORDS));
    }

    @Override
    protected SortedMap<String, byte[]> study(Case each) {
        String source = each.says().text("source");
        Map<String, byte[]> base =
                Map.of(source, Fixtures.bytes(CASES.resolve("base").resolve(source)));
        return switch (Import.of(source, each.changed(base).getOrDefault(source, new byte[0]))) {
            case Import.Drafted(var _, var draft) -> each.decided(draft.files());
            case Import.Refused(var why) -> throw new AssertionError(each + ": " + why);
        };
    }

    @Override
    protected List<Finding> found(Case each, SortedMap<String, byte[]> study) {
        return StudyReader.read(new StudyFolder("draft", study)).findings();
    }
}
