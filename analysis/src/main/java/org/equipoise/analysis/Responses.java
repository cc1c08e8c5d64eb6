package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.protocol.endpoint.Analysis;
import org.equipoise.statistics.missing.PartialTwoByTwo;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;
import org.equipoise.statistics.rerandomization.Unit;

/// A response at one visit as one analysis counts it: by participant, and as tables.
///
/// @param outcomes of everyone in the analysis set who is in question
record Responses(Analysis.Missing missing, Strata strata, Map<ParticipantId, Outcome> outcomes) {

    static Responses of(
            Analysis analysis,
            Strata strata,
            Variable response,
            List<ParticipantId> set,
            Set<ParticipantId> composite) {
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
                || (missing == Analysis.Missing.RESPONSE && isMissing(participant));
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

    /// One stratum's known responses, and how many are unknown, whatever the analysis would count those as.
    PartialTwoByTwo partial(Group arm, Group reference, int stratum) {
        int[] here = partial(arm, stratum);
        int[] there = partial(reference, stratum);
        return new PartialTwoByTwo(new TwoByTwo(here[0], here[1], there[0], there[1]), here[2], there[2]);
    }

    /// Responders, participants whose response is known, and the others.
    private int[] partial(Group group, int stratum) {
        int[] counts = new int[3];
        for (ParticipantId participant : of(group)) {
            if (strata.of(participant) == stratum) {
                counts[0] += outcomes.get(participant) == Outcome.RESPONDER ? 1 : 0;
                counts[isMissing(participant) ? 2 : 1]++;
            }
        }
        return counts;
    }

    /// As one unit of an allocation that is drawn again; who does not count keeps the place in the sequence.
    Unit.Response unit(ParticipantId participant) {
        if (!outcomes.containsKey(participant) || !counts(participant)) {
            return Unit.Response.UNKNOWN;
        }
        return responds(participant) ? Unit.Response.EVENT : Unit.Response.NO_EVENT;
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
