package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;

/// A response at one visit as one analysis counts it: by participant, and as tables.
///
/// @param outcomes of everyone in the analysis set who is in question
record Responses(Analysis.Missing missing, Strata strata, Map<ParticipantId, Outcome> outcomes) {

    static Responses of(
            Analysis analysis, Strata strata, Variable response, List<ParticipantId> set, Set<ParticipantId> composite) {
        Map<ParticipantId, Outcome> outcomes = new HashMap<>();
        for (ParticipantId participant : set) {
            Outcome outcome = Outcome.of(response, participant, composite.contains(participant));
            if (outcome != Outcome.NOT_IN_QUESTION) {
                outcomes.put(participant, outcome);
            }
        }
        return new Responses(analysis.missing(), strata, outcomes);
    }

    /// Those of a group who are in question.
    List<ParticipantId> of(Group group) {
        return group.participants().stream().filter(outcomes::containsKey).toList();
    }

    GroupSummary summary(Group group) {
        List<ParticipantId> counted = of(group);
        int absent = (int) counted.stream().filter(this::isMissing).count();
        return new GroupSummary.Responses(
                new Group(group.arm(), counted),
                (int) counted.stream().filter(this::responds).count(),
                missing == Analysis.Missing.LEFT_OUT ? counted.size() - absent : counted.size(),
                absent);
    }

    boolean isMissing(ParticipantId participant) {
        return outcomes.get(participant) == Outcome.MISSING;
    }

    /// As the analysis counts it.
    boolean responds(ParticipantId participant) {
        return outcomes.get(participant) == Outcome.RESPONDER
                || missing == Analysis.Missing.RESPONSE && isMissing(participant);
    }

    boolean counts(ParticipantId participant) {
        return !(missing == Analysis.Missing.LEFT_OUT && isMissing(participant));
    }

    StratifiedTwoByTwo table(Group arm, Group reference) {
        int[][] here = counts(arm);
        int[][] there = counts(reference);
        List<TwoByTwo> tables = new ArrayList<>();
        for (int stratum = 0; stratum < strata.count(); stratum++) {
            tables.add(new TwoByTwo(here[stratum][0], here[stratum][1], there[stratum][0], there[stratum][1]));
        }
        return new StratifiedTwoByTwo(tables);
    }

    /// The strata thrown together.
    TwoByTwo unstratified(Group arm, Group reference) {
        GroupSummary.Responses here = (GroupSummary.Responses) summary(arm);
        GroupSummary.Responses there = (GroupSummary.Responses) summary(reference);
        return new TwoByTwo(here.responders(), here.n(), there.responders(), there.n());
    }

    /// Responders and participants in each stratum.
    private int[][] counts(Group group) {
        int[][] counts = new int[strata.count()][2];
        for (ParticipantId participant : of(group)) {
            if (counts(participant)) {
                int[] stratum = counts[strata.of(participant)];
                stratum[0] += responds(participant) ? 1 : 0;
                stratum[1]++;
            }
        }
        return counts;
    }
}
