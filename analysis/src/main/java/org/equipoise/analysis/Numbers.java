package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.mean.AdjustedDifferenceOfMeans;
import org.equipoise.statistics.mean.Observation;

/// A number at one visit summarised and compared; who has none is left out, and is counted.
record Numbers(Variable variable, Strata strata) {

    GroupSummary summary(Group group) {
        SortedMap<ParticipantId, BigDecimal> known = new TreeMap<>();
        group.participants()
                .forEach(participant -> value(participant).ifPresent(value -> known.put(participant, value)));
        return new GroupSummary.Numbers(group, known);
    }

    private Optional<BigDecimal> value(ParticipantId participant) {
        return variable.value(participant).map(BigDecimal::new);
    }

    /// For every group but the reference, by its place.
    SortedMap<Integer, Answer<MeanDifference>> differences(List<Group> arms, int reference, double alpha) {
        List<Observation> observations = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (ParticipantId participant : arms.get(arm).participants()) {
                int place = arm;
                value(participant)
                        .ifPresent(value ->
                                observations.add(new Observation(place, strata.of(participant), value.doubleValue())));
            }
        }
        return new AdjustedDifferenceOfMeans(arms.size(), strata.count(), reference, observations).contrasts(alpha);
    }
}
