package org.equipoise.conduct.spec;

import static org.equipoise.conduct.spec.Story.ADA;
import static org.equipoise.conduct.spec.Story.DAY_ONE;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.FormEvent.FormSubmitted;
import org.equipoise.journal.event.FormEvent.ItemChange;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.VisitEvent.VisitRecorded;
import org.equipoise.protocol.reading.Study;

/// The same story in a study that is watched more closely: a log of adverse events, checks, a sealed item, an order of
/// forms.
final class Watched {
    private static final String FOLDER = "conduct/src/test/resources/watched-study";
    static final Study STUDY = Story.read("pressure-dose", Path.of("trials", "pressure-dose"), Path.of(FOLDER));
    static final LocalDate WEEK_FOUR = DAY_ONE.plusDays(28);

    private Watched() {}

    /// Amended so that adverse events are a form of week 8 and no log.
    static Study withoutLog() {
        Map<String, byte[]> files = Story.files(Path.of("trials", "pressure-dose"), Path.of(FOLDER));
        files.keySet().removeAll(List.of("checks.yaml", "safety.yaml"));
        Amended.replace(files, "protocol.yaml", "sites:", Amended.NOBODY);
        Amended.replace(files, "forms/harm.yaml", "log: true\n", "");
        Amended.replace(
                files, "schedule.yaml", "after: 3}\n    forms: [pressure]", "after: 3}\n    forms: [pressure, harm]");
        return Story.read("pressure-dose", files);
    }

    static Story.Past atWeekFour() {
        return Story.dispensed()
                .and(new VisitRecorded(ADA, "W4", WEEK_FOUR, WEEK_FOUR.minusDays(2), WEEK_FOUR.plusDays(2), true))
                .as("Ada came to week 4");
    }

    static Story.Past rated() {
        return atWeekFour()
                .and(new FormSubmitted(ADA, "W4", "rating", List.of(Story.value("rating", "3"))))
                .as("Ada came to week 4 and was rated");
    }

    /// The pressures of week 4 exchanged, and the query that followed.
    static Story.Past questioned() {
        return rated().and(
                        new FormSubmitted(ADA, "W4", "pressure", Story.pressure("94", "158", "no")),
                        new QueryRaised(ADA, 1, "C1", "W4", "pressure", 0, "coordinator"));
    }

    static Story.Past fell() {
        return atWeekFour().and(new FormSubmitted(ADA, FormEvent.LOG, "harm", 1, harm("fall", "2026-04-01", "", "no")));
    }

    static List<ItemChange> harm(String term, String started, String ended, String serious) {
        List<ItemChange> harm = new ArrayList<>();
        harm.add(Story.value("term", term));
        harm.add(Story.value("started", started));
        if (!ended.isEmpty()) {
            harm.add(Story.value("ended", ended));
        }
        harm.add(Story.value("serious", serious));
        return harm;
    }
}
