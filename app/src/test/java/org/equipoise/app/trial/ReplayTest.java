package org.equipoise.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.equipoise.app.staging.Stage;
import org.equipoise.conduct.amendment.Replay;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.ScreeningEvent.CriterionJudged;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A record judged anew under the version it was made under says what was decided when it was made.
class ReplayTest {

    @ParameterizedTest
    @ValueSource(strings = {"il2-lupus", "pressure-dose"})
    void the_same_version_gives_the_decisions_and_the_queries_that_are_recorded(String name) {
        Stage.Set set = TestStudies.stage(name, 1, 1).ordinary((role, command, outcome) -> {});
        set.trial().conduct();
        Iterable<JournalledEvent> events = set.journal().events();
        SortedMap<String, SortedMap<String, Verdict>> decided = new TreeMap<>();
        SortedSet<String> asked = new TreeSet<>();
        for (JournalledEvent journalled : events) {
            switch (journalled.event()) {
                case EligibilityConfirmed(var id, var _, var criteria) -> decided.put(id.text(), verdicts(criteria));
                case ScreeningFailed(var id, var _, var criteria) -> decided.put(id.text(), verdicts(criteria));
                case QueryRaised query ->
                    asked.add(String.join(
                            " ",
                            query.participant().text(),
                            query.check(),
                            query.form(),
                            query.encounter(),
                            String.valueOf(query.entry())));
                default -> {}
            }
        }

        Replay replay = Replay.of(TestStudies.study(name), events);

        assertThat(replay.eligibility()).isEqualTo(decided).isNotEmpty();
        assertThat(replay.queries()).isEqualTo(asked);
    }

    private static SortedMap<String, Verdict> verdicts(List<CriterionJudged> criteria) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        criteria.forEach(criterion -> verdicts.put(criterion.criterion(), criterion.verdict()));
        return verdicts;
    }
}
