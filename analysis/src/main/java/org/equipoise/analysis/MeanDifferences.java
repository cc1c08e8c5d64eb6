package org.equipoise.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.equipoise.language.identity.ParticipantId;
import org.equipoise.statistics.answer.Answer;
import org.equipoise.statistics.answer.MeanDifference;
import org.equipoise.statistics.mean.AdjustedDifferenceOfMeans;
import org.equipoise.statistics.mean.Observation;
import org.equipoise.statistics.summary.Sample;

/// A change summarised and compared; who has none is left out, and is counted.
record MeanDifferences(Variable change) {

    GroupSummary summary(Group group) {
        List<BigDecimal> known = group.participants().stream()
                .flatMap(participant -> value(participant).stream())
                .toList();
        Sample sample =
                Sample.of(known.stream().mapToDouble(BigDecimal::doubleValue).toArray());
        int decimals = known.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return new GroupSummary.Changes(group, sample.size(), sample.mean(), sample.standardDeviation(), decimals);
    }

    private Optional<BigDecimal> value(ParticipantId participant) {
        return change.value(participant).map(BigDecimal::new);
    }

    /// For every group but the reference, by its place.
    SortedMap<Integer, Answer<MeanDifference>> differences(List<Group> arms, int reference, double alpha) {
        List<Observation> observations = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (ParticipantId participant : arms.get(arm).participants()) {
                int place = arm;
                value(participant)
                        .ifPresent(value -> observations.add(
                                new Observation(place, change.stratum(participant), value.doubleValue())));
            }
        }
        return new AdjustedDifferenceOfMeans(arms.size(), change.strata(), reference, observations).contrasts(alpha);
    }
}
