package org.equipoise.analysis;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.RiskDifference;
import org.equipoise.statistics.proportion.StratifiedTwoByTwo;
import org.equipoise.statistics.proportion.TwoByTwo;

/// A response summarised and compared: who could not be evaluated counts as a non-responder, and is counted.
record RiskDifferences(Variable response) {

    GroupSummary summary(Group group) {
        int responders = 0;
        int missing = 0;
        for (ParticipantId participant : group.participants()) {
            switch (word(participant)) {
                case "responder" -> responders++;
                case "non-responder" -> {}
                case "not-evaluable" -> missing++;
                default -> throw new IllegalStateException(word(participant) + " is no response");
            }
        }
        return new GroupSummary.Responses(group, responders, missing);
    }

    private String word(ParticipantId participant) {
        return response.value(participant).orElse("nothing");
    }

    Answer<RiskDifference> difference(Group arm, Group reference, double alpha) {
        int[][] here = counts(arm);
        int[][] there = counts(reference);
        List<TwoByTwo> strata = new ArrayList<>();
        for (int stratum = 0; stratum < response.strata(); stratum++) {
            strata.add(new TwoByTwo(here[stratum][0], here[stratum][1], there[stratum][0], there[stratum][1]));
        }
        return new StratifiedTwoByTwo(strata).riskDifference(alpha);
    }

    /// Responders and participants in each stratum.
    private int[][] counts(Group group) {
        int[][] counts = new int[response.strata()][2];
        for (ParticipantId participant : group.participants()) {
            int[] stratum = counts[response.stratum(participant)];
            stratum[0] += word(participant).equals("responder") ? 1 : 0;
            stratum[1]++;
        }
        return counts;
    }
}
