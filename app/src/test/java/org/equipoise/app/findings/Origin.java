package org.equipoise.app.findings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.equipoise.app.house.Repository;
import org.equipoise.app.trial.TestStudies;
import org.equipoise.exchange.draft.Import;
import org.equipoise.protocol.cases.Case;

/// Where findings come from, and where their cases stand.
enum Origin {
    READING("Reading a study", "protocol/src/test/cases") {
        @Override
        SortedMap<String, byte[]> study(Case each) {
            return each.changed(Case.files(folder().resolve("base")));
        }
    },
    REHEARSAL("Rehearsing a study", "app/src/test/cases") {
        @Override
        SortedMap<String, byte[]> study(Case each) {
            Path study = TestStudies.TRIALS.resolve(each.says().text("study"));
            return each.changed(TestStudies.folder(study).files());
        }
    },
    IMPORT("Importing a source", "exchange/src/test/cases") {
        @Override
        SortedMap<String, byte[]> study(Case each) {
            String source = each.says().text("source");
            byte[] base =
                    Objects.requireNonNull(Case.files(folder().resolve("base")).get(source), source);
            SortedMap<String, byte[]> sources = each.changed(Map.of(source, base));
            return switch (Import.of(source, Objects.requireNonNull(sources.get(source)))) {
                case Import.Drafted(var _, var draft) -> each.decided(draft.files());
                case Import.Refused(var why) -> throw new AssertionError(each + ": " + why);
            };
        }
    };

    final String words;
    final String place;

    Origin(String words, String place) {
        this.words = words;
        this.place = place;
    }

    Path folder() {
        return Repository.ROOT.resolve(place);
    }

    List<Case> cases() {
        return Case.below(folder());
    }

    /// The study in which the findings of a case are found.
    abstract SortedMap<String, byte[]> study(Case each);
}
