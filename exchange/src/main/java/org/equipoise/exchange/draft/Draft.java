package org.equipoise.exchange.draft;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.exchange.doubt.Doubt;
import org.equipoise.exchange.doubt.Doubts;
import org.equipoise.exchange.outline.Outline;

/// A study folder drafted from an outline: what the source says stands in the study's own language, and whatever it
/// leaves open, or says twice, stands as undecided where it will be decided. Nothing is guessed.
public record Draft(SortedMap<String, byte[]> files, List<Doubt> doubts) {
    public static Draft of(Outline outline) {
        List<Doubt> doubts = Doubts.of(outline);
        Slots slots = new Slots(doubts);
        String heading = "Drafted from " + outline.source()
                + ". What is undecided is a question; write the decision in its place.";
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("schedule.yaml", Yaml.file(heading, new ScheduleDraft(outline, slots).schedule()));
        files.put("eligibility.yaml", Yaml.file(heading, new EligibilityDraft(outline, slots).eligibility()));
        files.put("endpoints.yaml", Yaml.file(heading, new EndpointDraft(outline, slots).endpoints()));
        files.put("analysis.yaml", Yaml.file(heading, analysis(outline)));
        new FormDraft(outline)
                .forms()
                .forEach((id, form) -> files.put("forms/" + id + ".yaml", Yaml.file(heading, form)));
        // Last, for what found no other place is on record there.
        files.put("protocol.yaml", Yaml.file(heading, new ProtocolDraft(outline, slots).protocol()));
        return new Draft(files, doubts);
    }

    private static Map<String, Object> analysis(Outline outline) {
        return Map.of(
                "undecided",
                List.of(Open.gap(
                        "analysis-missing",
                        "how is the trial analysed",
                        outline.source(),
                        "Write the analyses, with method, reference and confidence, and the tables")));
    }
}
