package org.equipoise.conduct.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.equipoise.conduct.state.CaseBook;
import org.equipoise.conduct.state.Query;
import org.equipoise.journal.event.QueryEvent;
import org.equipoise.journal.event.QueryEvent.QueryClosed;
import org.equipoise.journal.event.QueryEvent.QueryRaised;
import org.equipoise.journal.event.SafetyEvent.ReportingClockStarted;
import org.equipoise.journal.event.TrialEvent;
import org.equipoise.language.expression.Answers;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.language.value.Truth;
import org.equipoise.protocol.check.Check;
import org.equipoise.protocol.safety.ReportingClock;

/// What follows when a form or an entry is written on: queries of the checks that fire, an end of those that no longer
/// do, and reporting clocks. A check never blocks what is written.
///
/// @param then the case book with what is written
/// @param now microseconds since 1970-01-01T00:00:00Z
record Consequences(ParticipantId participant, FormPlace place, CaseBook then, long now) {
    private static final long HOUR = 3_600_000_000L;

    void addTo(List<TrialEvent> events, BookAnswers here) {
        StudyIndex.FormEntry rule = place.rule();
        if (rule.checks().isEmpty() && rule.clocks().isEmpty()) {
            return;
        }
        Answers answers = place.entry() == 0
                ? here
                : new BookAnswers.EntryAnswers(
                        here, Objects.requireNonNull(then.page(place.encounter(), place.form(), place.entry())));
        int next = then.queries().size() + 1;
        for (Check check : rule.checks()) {
            boolean fires = check.firesWhen().truth(answers) == Truth.TRUE;
            Optional<Query> pending = pending(check);
            if (fires && pending.isEmpty()) {
                events.add(new QueryRaised(
                        participant,
                        next++,
                        check.id(),
                        place.encounter(),
                        place.form(),
                        place.entry(),
                        check.queryTo()));
            } else if (!fires && pending.isPresent()) {
                events.add(new QueryClosed(participant, pending.get().number(), QueryEvent.How.CORRECTED));
            }
        }
        for (ReportingClock clock : rule.clocks()) {
            if (!then.hasStarted(clock.id(), place.form(), place.entry())
                    && clock.when().truth(answers) == Truth.TRUE) {
                long due = now + clock.withinHours() * HOUR;
                events.add(new ReportingClockStarted(participant, place.form(), place.entry(), clock.id(), now, due));
            }
        }
    }

    private Optional<Query> pending(Check check) {
        for (Query query : then.queries()) {
            if (query.isPending(check.id(), place.encounter(), place.entry())) {
                return Optional.of(query);
            }
        }
        return Optional.empty();
    }
}
