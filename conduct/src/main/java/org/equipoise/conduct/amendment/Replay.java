package org.equipoise.conduct.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.equipoise.conduct.decision.Rejudging;
import org.equipoise.conduct.state.Participant;
import org.equipoise.conduct.state.Standing;
import org.equipoise.conduct.state.TrialState;
import org.equipoise.journal.event.FormEvent;
import org.equipoise.journal.event.JournalledEvent;
import org.equipoise.journal.event.ScreeningEvent.EligibilityConfirmed;
import org.equipoise.journal.event.ScreeningEvent.ScreeningFailed;
import org.equipoise.journal.event.ScreeningEvent.Verdict;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.reading.Study;
import org.jspecify.annotations.Nullable;

/// The events of a trial, read once; at each screening decision and each form the protocol given is asked what it says.
///
/// @param eligibility participant → criterion → verdict, at the decision that was taken
/// @param queries the checks that fired at least once, as `participant check form encounter entry`
/// @param standings how many participants stand where at the end
public record Replay(
        SortedMap<String, SortedMap<String, Verdict>> eligibility,
        SortedSet<String> queries,
        SortedMap<Standing, Integer> standings) {

    /// Under the protocol given, whichever applied.
    public static Replay of(Study study, Iterable<JournalledEvent> events) {
        Rejudging rejudging = new Rejudging(study);
        return of((_, _) -> rejudging, events);
    }

    /// Under the version that applied to each participant, as it was recorded.
    ///
    /// @param versions of the protocol, the first one first
    public static Replay asFollowed(List<Study> versions, Iterable<JournalledEvent> events) {
        List<Rejudging> rejudging = versions.stream().map(Rejudging::new).toList();
        return of((state, id) -> rejudging.get(state.version(id) - 1), events);
    }

    private static Replay of(BiFunction<TrialState, ParticipantId, Rejudging> judge, Iterable<JournalledEvent> events) {
        TrialState state = new TrialState();
        Replay replay = new Replay(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        for (JournalledEvent journalled : events) {
            switch (journalled.event()) {
                case EligibilityConfirmed(var id, var date, var _) ->
                    replay.eligibility.put(id.text(), judge.apply(state, id).criteria(screening(state, id), date));
                case ScreeningFailed(var id, var date, var _) ->
                    replay.eligibility.put(id.text(), judge.apply(state, id).criteria(screening(state, id), date));
                default -> {}
            }
            state.after(journalled);
            if (journalled.event() instanceof FormEvent form) {
                Participant participant = state.participant(form.participant()).orElseThrow();
                judge.apply(state, form.participant())
                        .firing(participant, form)
                        .forEach(check -> replay.queries.add(named(form, check)));
            }
        }
        state.participants().forEach(participant -> replay.standings.merge(participant.standing(), 1, Integer::sum));
        return replay;
    }

    private static Participant.Screening screening(TrialState state, ParticipantId id) {
        if (state.participant(id).orElseThrow() instanceof Participant.Screening screening) {
            return screening;
        }
        throw new IllegalStateException("eligibility is decided in screening");
    }

    private static String named(FormEvent form, String check) {
        return form.participant().text() + " " + check + " " + form.form() + " " + form.encounter() + " "
                + form.entry();
    }

    /// What this says of eligibility that another does not, participant by participant.
    public List<String> eligibilityUnlike(Replay other) {
        List<String> unlike = new ArrayList<>();
        eligibility.forEach((participant, verdicts) -> {
            SortedMap<String, Verdict> others = other.eligibility.getOrDefault(participant, new TreeMap<>());
            if (outcome(verdicts) != outcome(others)) {
                unlike.add(participant + " was " + words(outcome(others)) + " and would be " + words(outcome(verdicts))
                        + ": " + String.join(", ", differing(verdicts, others)));
            }
        });
        return unlike;
    }

    private static List<String> differing(SortedMap<String, Verdict> now, SortedMap<String, Verdict> before) {
        SortedSet<String> criteria = new TreeSet<>(now.keySet());
        criteria.addAll(before.keySet());
        return criteria.stream()
                .filter(criterion -> now.get(criterion) != before.get(criterion))
                .map(criterion -> criterion + " " + word(before.get(criterion)) + " → " + word(now.get(criterion)))
                .toList();
    }

    private static String word(@Nullable Verdict verdict) {
        return verdict == null
                ? "absent"
                : switch (verdict) {
                    case MET -> "met";
                    case NOT_MET -> "not met";
                    case UNKNOWN -> "unknown";
                };
    }

    /// Eligible where every criterion is met, not eligible where one is not, open otherwise.
    private static Verdict outcome(SortedMap<String, Verdict> verdicts) {
        return verdicts.containsValue(Verdict.NOT_MET)
                ? Verdict.NOT_MET
                : verdicts.containsValue(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.MET;
    }

    private static String words(Verdict outcome) {
        return switch (outcome) {
            case MET -> "eligible";
            case NOT_MET -> "not eligible";
            case UNKNOWN -> "open";
        };
    }
}
